package io.gatehouse.guest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The current details of a lifecycle as Temporal's UI renders them: Markdown, without names, and
 * few lines, because its frame shows four or five.
 */
final class Details {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Details() {}

  static String of(
      Stage stage, String waitingFor, @Nullable Instant next, @Nullable Instant heldUntil) {
    return """
    - **Stage** %s
    - %s
    %s- **What helps** %s: in Gatehouse; from here only `hold`
    """
        .formatted(
            stage.words(),
            next == null
                ? "**Waiting for** " + waitingFor
                : "**Next** %s, waiting for %s".formatted(minute(next), waitingFor),
            heldUntil == null ? "" : "- **On hold until** " + minute(heldUntil) + "\n",
            helps(stage, heldUntil != null));
  }

  static String of(Closing closing) {
    return """
    - **Stage** closed as %s
    - **Because** %s
    """
        .formatted(
            closing.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '), closing.reason());
  }

  private static String helps(Stage stage, boolean onHold) {
    String acts =
        switch (stage) {
          case ASKED -> "`decide`, `reassign` (ask somebody else), `extend`";
          case ANSWERED, NOTICE -> "`decide`, `extend`";
          case RESERVED -> "`decide`";
          case DISABLED -> "`restore`, `decide` (keep), `extend`";
          case DELETED -> "`restore`, `decide` (keep)";
          case NEEDS_OPERATOR -> "`retry` (when it is mended), `decide`, `restore`";
          case CLOSED -> "nothing";
        };
    return acts + (onHold ? ", `release` (ends the hold)" : ", `hold` (until a date)");
  }

  private static String minute(Instant at) {
    return MINUTE.format(at);
  }
}
