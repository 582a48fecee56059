package io.gatehouse.graph.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads signInActivity leniently. Absent, null, {@code ""} and year 0001 all mean "none" and are
 * kept apart here, because whether "none" proves anything is not the reader's to decide. The SDK
 * fails the whole page on {@code ""}.
 */
final class SignInReading {

  private SignInReading() {}

  static SignInDates read(@Nullable JsonElement activity) {
    return switch (activity) {
      case null -> all(new SignInDate.Absent(), false);
      case JsonObject dates ->
          new SignInDates(
              date(dates.get("lastSignInDateTime")),
              date(dates.get("lastNonInteractiveSignInDateTime")),
              date(dates.get("lastSuccessfulSignInDateTime")),
              true);
      default -> all(new SignInDate.Malformed(activity.toString()), true);
    };
  }

  private static SignInDates all(SignInDate date, boolean objectPresent) {
    return new SignInDates(date, date, date, objectPresent);
  }

  private static SignInDate date(@Nullable JsonElement value) {
    if (value == null || value.isJsonNull()) {
      return new SignInDate.Absent();
    }
    return value instanceof JsonPrimitive text && text.isString()
        ? date(text.getAsString())
        : new SignInDate.Malformed(value.toString());
  }

  private static SignInDate date(String text) {
    if (text.isEmpty() || text.startsWith("0001-")) {
      return new SignInDate.Placeholder(text);
    }
    try {
      return new SignInDate.At(GraphDate.parse(text));
    } catch (DateTimeParseException unreadable) {
      return new SignInDate.Malformed(text);
    }
  }
}
