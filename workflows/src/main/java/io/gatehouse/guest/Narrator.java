package io.gatehouse.guest;

import io.gatehouse.temporal.SearchAttributes;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever looks at the lifecycle in Temporal where it is, what it waits for and until when.
 */
final class Narrator {
  private static final String HELP =
      """
      **What you can do** From here only `hold` (until a date): Temporal cannot prove who sends. \
      On the lifecycle's page in Gatehouse or with `./gatehouse guest`: `decide` (keep, remove), \
      `release` (ends a hold), `extend` (more time), `reassign` (ask somebody else), `retry` \
      (after a stop), `restore` (give the account back). Who the guest is stands on that page.\
      """;

  /** What the search attributes say; the opener set the first ones. */
  private record Attributes(Stage stage, @Nullable Instant next) {}

  private Attributes shown = new Attributes(Stage.ASKED, null);
  private Stage stage = Stage.ASKED;
  private String waiting = "";
  private @Nullable Instant next;

  Stage stage() {
    return stage;
  }

  @Nullable Instant next() {
    return next;
  }

  /** A hold, or its end, moved what comes next. */
  void move(Duration by) {
    if (next != null && !by.isZero()) {
      tell(stage, waiting, next.plus(by));
    }
  }

  void tell(Stage now, String waitingFor, @Nullable Instant due) {
    stage = now;
    waiting = waitingFor;
    next = due;
    Workflow.setCurrentDetails(
        """
        **Stage** %s
        **Waiting for** %s
        **Next** %s
        %s\
        """
            .formatted(
                now.words(), waitingFor, due == null ? "when that happens" : minute(due), HELP));
    var attributes = new Attributes(now, due);
    if (!attributes.equals(shown) && !passing(attributes)) { // each upsert is billed
      shown = attributes;
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.STAGE.valueSet(now.name()),
          due == null
              ? SearchAttributes.NEXT.valueUnset()
              : SearchAttributes.NEXT.valueSet(due.atOffset(ZoneOffset.UTC)));
    }
  }

  /**
   * The moment until a mail is delivered, and the end, which Temporal shows as the run's status.
   * After a stop both are told, so that nobody looks for a lifecycle that needs them no more.
   */
  private boolean passing(Attributes attributes) {
    return shown.stage() != Stage.NEEDS_OPERATOR
        && attributes.next() == null
        && (attributes.stage() == Stage.ASKED || attributes.stage() == Stage.CLOSED);
  }

  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
