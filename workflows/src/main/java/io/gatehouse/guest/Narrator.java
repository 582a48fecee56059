package io.gatehouse.guest;

import io.gatehouse.temporal.SearchAttributes;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever looks at the lifecycle in Temporal where it is, what it waits for and until when.
 */
final class Narrator {
  /** Closer dates are one to whoever filters by them; the details have them exactly. */
  private static final Duration SAME_DAY = Duration.ofHours(12);

  /**
   * What the search attributes say; the opener set the first ones.
   *
   * @param outcome how the lifecycle closed, or will close if nothing changes; null while that is
   *     open
   */
  private record Attributes(
      Stage stage, @Nullable Instant next, @Nullable Instant heldUntil, @Nullable Outcome outcome) {

    /** Worth no upsert: each is billed. */
    boolean sayTheSameAs(Attributes shown) {
      return stage == shown.stage
          && outcome == shown.outcome
          && Objects.equals(heldUntil, shown.heldUntil)
          && near(next, shown.next);
    }

    private static boolean near(@Nullable Instant one, @Nullable Instant other) {
      return one == null || other == null
          ? Objects.equals(one, other)
          : Duration.between(one, other).abs().compareTo(SAME_DAY) < 0;
    }
  }

  private Attributes shown = new Attributes(Stage.ASKED, opened(), null, null);
  private Stage stage = Stage.ASKED;
  private String waiting = "";
  private @Nullable Instant next;
  private @Nullable Instant heldUntil;
  private @Nullable Outcome outcome;

  Stage stage() {
    return stage;
  }

  @Nullable Instant next() {
    return next;
  }

  /**
   * A hold began or ended, and moved what comes next.
   *
   * @param until null when it was released
   */
  void hold(@Nullable Instant until, Duration by) {
    heldUntil = until;
    tell(stage, waiting, next == null ? null : next.plus(by), outcome);
  }

  /** More time was given: what comes next moved. */
  void move(Duration by) {
    if (next != null) {
      tell(stage, waiting, next.plus(by), outcome);
    }
  }

  void tell(Stage now, String waitingFor, @Nullable Instant due) {
    tell(now, waitingFor, due, now == Stage.DELETED ? Outcome.REMOVED : null);
  }

  /**
   * @param expected how the lifecycle closes if nothing changes
   */
  void tell(Stage now, String waitingFor, @Nullable Instant due, @Nullable Outcome expected) {
    stage = now;
    waiting = waitingFor;
    next = due;
    outcome = expected;
    Workflow.setCurrentDetails(Details.of(now, waitingFor, due, heldUntil));
    show(new Attributes(now, due, heldUntil, expected));
  }

  /** An end that was announced is told by the status of the run, and costs no upsert more. */
  void close(Closing closing) {
    stage = Stage.CLOSED;
    next = null;
    Workflow.setCurrentDetails(Details.of(closing));
    if (shown.outcome() != closing.outcome() || shown.stage() == Stage.NEEDS_OPERATOR) {
      show(new Attributes(Stage.CLOSED, null, null, closing.outcome()));
    }
  }

  private void show(Attributes now) {
    if (now.sayTheSameAs(shown) || passing(now)) {
      return;
    }
    shown = now;
    Outcome outcome = now.outcome();
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.STAGE.valueSet(now.stage().name()),
        date(SearchAttributes.NEXT, now.next()),
        date(SearchAttributes.HELD_UNTIL, now.heldUntil()),
        outcome == null
            ? SearchAttributes.OUTCOME.valueUnset()
            : SearchAttributes.OUTCOME.valueSet(outcome.name()));
  }

  /** The moment until a mail is delivered; after a stop nobody may look for it any longer. */
  private boolean passing(Attributes now) {
    return now.stage() == Stage.ASKED
        && now.next() == null
        && now.heldUntil() == null
        && shown.stage() == Stage.ASKED;
  }

  private static SearchAttributeUpdate<OffsetDateTime> date(
      SearchAttributeKey<OffsetDateTime> key, @Nullable Instant at) {
    return at == null ? key.valueUnset() : key.valueSet(at.atOffset(ZoneOffset.UTC));
  }

  /** The day that the opener expects the answer by. */
  private static @Nullable Instant opened() {
    OffsetDateTime at = Workflow.getTypedSearchAttributes().get(SearchAttributes.NEXT);
    return at == null ? null : at.toInstant();
  }
}
