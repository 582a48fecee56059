package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.gatehouse.graph.ObjectId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one directory object by name and expected type. Nothing is converted: {@code
 * "yes"} is no boolean.
 */
record Properties(JsonObject json) {

  /**
   * A property that is not what the CSDL says. The message names the property and never its value.
   */
  static final class Malformed extends RuntimeException {
    Malformed(String name, String expected) {
      super("%s is not %s".formatted(name, expected));
    }
  }

  String id() {
    return objectId("id");
  }

  /** An object id that must be there. */
  String objectId(String name) {
    var id = text(name);
    if (id == null || !ObjectId.looksLike(id)) {
      throw new Malformed(name, "an object id");
    }
    return id;
  }

  /** The object's type; without it a directory role could pass for a group. */
  String type() {
    var type = text("@odata.type");
    if (type == null) {
      throw new Malformed("@odata.type", "given");
    }
    return type;
  }

  /** Null for null, a missing property and {@code ""}, which Graph uses alike. */
  @Nullable String text(String name) {
    var value = value(name);
    if (value == null) {
      return null;
    }
    var text = textOf(name, "a text", value);
    return text.isEmpty() ? null : text;
  }

  @Nullable Boolean flag(String name) {
    var value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonPrimitive flag && flag.isBoolean()) {
      return flag.getAsBoolean();
    }
    throw new Malformed(name, "true or false");
  }

  /** Null for null and a missing property; an empty or impossible date is malformed. */
  @Nullable Instant instant(String name) {
    var value = value(name);
    if (value == null) {
      return null;
    }
    var text = textOf(name, "a date", value);
    try {
      // Year 0001 is Graph's "no date" elsewhere; here it would make an ancient account.
      if (!text.startsWith("0001-")) {
        return GraphDate.parse(text);
      }
    } catch (DateTimeParseException _) {
      // said below, without the value
    }
    throw new Malformed(name, "a date");
  }

  Instant existingInstant(String name) {
    var instant = instant(name);
    if (instant == null) {
      throw new Malformed(name, "given");
    }
    return instant;
  }

  List<String> texts(String name) {
    var value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isJsonArray()) {
      throw new Malformed(name, "a list of texts");
    }
    var texts = new ArrayList<String>();
    for (var element : value.getAsJsonArray()) {
      texts.add(textOf(name, "a list of texts", element));
    }
    return texts;
  }

  /** Empty for null and a missing property. */
  Optional<Properties> object(String name) {
    var value = value(name);
    return value == null ? Optional.empty() : Optional.of(objectOf(name, "an object", value));
  }

  List<Properties> objects(String name) {
    var value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isJsonArray()) {
      throw new Malformed(name, "a list of objects");
    }
    var objects = new ArrayList<Properties>();
    for (var element : value.getAsJsonArray()) {
      objects.add(objectOf(name, "a list of objects", element));
    }
    return objects;
  }

  /** Null for a missing property and for null. */
  @Nullable JsonElement value(String name) {
    var value = json.get(name);
    return value == null || value.isJsonNull() ? null : value;
  }

  private static Properties objectOf(String name, String expected, JsonElement value) {
    if (value instanceof JsonObject object) {
      return new Properties(object);
    }
    throw new Malformed(name, expected);
  }

  private static String textOf(String name, String expected, JsonElement value) {
    if (value instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw new Malformed(name, expected);
  }
}
