package io.gatehouse.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a value as bytes that are hashed: a subset of RFC 8785 (JCS).
 *
 * <p>Strings, integers within ±(2^53-1), booleans, lists and objects of those; no null, no
 * fraction. Keys are sorted by UTF-16 code units, as the RFC asks, which is {@link String}'s own
 * order; nothing is normalized. A lone surrogate has no UTF-8 form and is refused.
 */
public final class CanonicalJson {

  /** The largest integer that every JSON reader holds exactly (RFC 7493, section 2.2). */
  private static final long LARGEST = (1L << 53) - 1;

  private CanonicalJson() {}

  /**
   * Writes the object as canonical UTF-8 bytes.
   *
   * @throws IllegalArgumentException when a value has no place in the subset; names the key path
   */
  public static byte[] write(Map<String, ?> object) {
    var out = new StringBuilder();
    writeObject(out, object, "$");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void writeValue(StringBuilder out, Object value, String path) {
    switch (value) {
      case String text -> writeString(out, text, path);
      case Boolean bool -> out.append(bool.booleanValue());
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(withinRange(number, path));
      case Map<?, ?> object -> writeObject(out, object, path);
      case List<?> list -> writeList(out, list, path);
      default ->
          throw new IllegalArgumentException(
              "%s is a %s: canonical JSON holds strings, integers, booleans, lists and objects only"
                  .formatted(path, value.getClass().getSimpleName()));
    }
  }

  private static void writeObject(StringBuilder out, Map<?, ?> object, String path) {
    var sorted = new TreeMap<String, Object>();
    object.forEach((key, value) -> sorted.put(keyIn(key, path), present(value, path + "." + key)));
    out.append('{');
    var separator = "";
    for (var member : sorted.entrySet()) {
      out.append(separator);
      writeString(out, member.getKey(), path);
      out.append(':');
      writeValue(out, member.getValue(), path + "." + member.getKey());
      separator = ",";
    }
    out.append('}');
  }

  private static void writeList(StringBuilder out, List<?> list, String path) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      var at = path + "[" + i + "]";
      out.append(i == 0 ? "" : ",");
      writeValue(out, present(list.get(i), at), at);
    }
    out.append(']');
  }

  /** Escapes as RFC 8785, section 3.2.2.2: short forms where JSON has one, else lower-case hex. */
  private static void writeString(StringBuilder out, String text, String path) {
    int lone = Text.firstLoneSurrogate(text);
    if (lone >= 0) {
      throw new IllegalArgumentException(
          "%s holds a lone surrogate at index %d, which has no UTF-8 form".formatted(path, lone));
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : c);
      }
    }
    out.append('"');
  }

  private static long withinRange(long number, String path) {
    if (number < -LARGEST || number > LARGEST) {
      throw new IllegalArgumentException(
          "%s is %d, beyond ±(2^53-1): write it as a string".formatted(path, number));
    }
    return number;
  }

  private static String keyIn(Object key, String path) {
    if (key instanceof String name) {
      return name;
    }
    throw new IllegalArgumentException(
        "%s has the key %s, which is no string".formatted(path, key));
  }

  private static Object present(@Nullable Object value, String path) {
    if (value == null) {
      throw new IllegalArgumentException(path + " is null: leave the key out");
    }
    return value;
  }
}
