package io.gatehouse.graph.conformity;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Consumer;

/** Whether a JSON value is what OData writes for a primitive type (OData JSON Format, 7.1). */
final class Primitive {

  private Primitive() {}

  static boolean fits(String type, JsonElement element) {
    if (!(element instanceof JsonPrimitive value)) {
      return false;
    }
    return switch (type) {
      case "Edm.Boolean" -> value.isBoolean();
      case "Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.Int64" ->
          value.isNumber() && value.getAsString().matches("-?\\d+");
      case "Edm.Single", "Edm.Double", "Edm.Decimal" -> value.isNumber();
      case "Edm.String", "Edm.Binary" -> value.isString();
      case "Edm.DateTimeOffset" -> parses(value, Instant::parse);
      case "Edm.Date" -> parses(value, LocalDate::parse);
      case "Edm.TimeOfDay" -> parses(value, LocalTime::parse);
      case "Edm.Duration" -> parses(value, Duration::parse);
      case "Edm.Guid" -> parses(value, UUID::fromString);
      default -> false; // streams and the like are never written into a body
    };
  }

  private static boolean parses(JsonPrimitive value, Consumer<String> parser) {
    try {
      parser.accept(value.getAsString());
      return value.isString();
    } catch (DateTimeParseException | IllegalArgumentException _) {
      return false;
    }
  }
}
