package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a Graph collection, read entry by entry so that only one entry's JSON is in memory at
 * a time.
 */
record PageReading<T>(List<T> entries, @Nullable String nextLink) {

  static <T> PageReading<T> read(JsonReader json, Function<JsonElement, T> entry)
      throws IOException {
    List<T> entries = null;
    String nextLink = null;
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "value" -> entries = entries(json, entry);
        case "@odata.nextLink" -> nextLink = json.nextString();
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (entries == null) {
      // An answer without a list is no empty list: it would make the population shrink.
      throw new JsonParseException("no \"value\"");
    }
    return new PageReading<>(entries, nextLink);
  }

  private static <T> List<T> entries(JsonReader json, Function<JsonElement, T> entry)
      throws IOException {
    var entries = new ArrayList<T>();
    json.beginArray();
    while (json.hasNext()) {
      entries.add(entry.apply(JsonParser.parseReader(json)));
    }
    json.endArray();
    return entries;
  }
}
