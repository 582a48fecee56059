package io.gatehouse.guest;

import io.gatehouse.temporal.SearchAttributes;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever looks at the lifecycle in Temporal where it is, what it waits for and until when.
 */
final class Narrator {
  private static final String HELP =
      """
      **What you can do** Updates: `decide` (keep, remove), `hold` (until a date), `release` \
      (ends a hold, tries again). Who the guest is stands on the lifecycle's page in Gatehouse.\
      """;

  private Stage stage = Stage.FINDING_SPONSOR;
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
    boolean sameDate = Objects.equals(due, next);
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
    if (now != stage || !sameDate) { // each upsert is billed
      stage = now;
      Workflow.upsertTypedSearchAttributes(
          SearchAttributes.STAGE.valueSet(now.name()),
          due == null
              ? SearchAttributes.NEXT.valueUnset()
              : SearchAttributes.NEXT.valueSet(due.atOffset(ZoneOffset.UTC)));
    }
  }

  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
