package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one page of a Graph collection entry by entry, so that only one entry's JSON is in memory
 * at a time.
 */
final class PageReading {

  private PageReading() {}

  /** Hands every entry on as it streams by; returns the nextLink, empty on the last page. */
  static Optional<String> read(JsonReader json, Consumer<JsonElement> entry) throws IOException {
    var listed = false;
    var nextLink = Optional.<String>empty();
    json.beginObject();
    while (json.hasNext()) {
      switch (json.nextName()) {
        case "value" -> {
          entries(json, entry);
          listed = true;
        }
        case "@odata.nextLink" -> nextLink = Optional.of(json.nextString());
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (!listed) {
      // An answer without a list is no empty list: it would make the population shrink.
      throw new JsonParseException("no \"value\"");
    }
    return nextLink;
  }

  private static void entries(JsonReader json, Consumer<JsonElement> entry) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      entry.accept(JsonParser.parseReader(json));
    }
    json.endArray();
  }
}
