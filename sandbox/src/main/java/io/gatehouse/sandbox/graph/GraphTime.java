package io.gatehouse.sandbox.graph;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Graph's three ways to write an instant. */
final class GraphTime {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SEVEN_DIGITS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter WITHOUT_ZONE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private GraphTime() {}

  /** As in user objects. */
  static String seconds(Instant at) {
    return SECONDS.format(at);
  }

  /** As in the audit log, with seven digits after the second. */
  static String sevenDigits(Instant at) {
    return SEVEN_DIGITS.format(at);
  }

  /** As in error bodies, where UTC is meant and not said. */
  static String withoutZone(Instant at) {
    return WITHOUT_ZONE.format(at);
  }
}
