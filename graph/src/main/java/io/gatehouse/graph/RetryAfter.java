package io.gatehouse.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How long the server asks us to stay silent (RFC 9110, 10.2.3): seconds or an HTTP date, kept
 * whole however long. A date is measured from the answer's own {@code Date}, so that a wrong clock
 * on our side does not matter.
 */
final class RetryAfter {

  /** "31,120" was seen: the first number counts. */
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:[,.].*)?");

  private static final Duration AT_LEAST = Duration.ofSeconds(1);

  private RetryAfter() {}

  static Optional<Duration> of(Headers headers, Instant now) {
    var text = headers.get("Retry-After");
    if (text == null) {
      return Optional.empty();
    }
    var seconds = SECONDS.matcher(text.strip());
    var wait =
        seconds.matches()
            ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds.group(1))))
            : date(text)
                .map(until -> Duration.between(date(headers.get("Date")).orElse(now), until));
    return wait.map(asked -> asked.compareTo(AT_LEAST) < 0 ? AT_LEAST : asked);
  }

  private static Optional<Instant> date(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException unreadable) {
      return Optional.empty(); // as if it were missing: the caller's default wait applies
    }
  }
}
