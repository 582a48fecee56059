package io.gatehouse.store.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a guest's lifecycle.
 *
 * @param trigger why it was opened; the names stand at {@code GuestRow.dueFor}
 * @param waitingFor what the next step waits for; {@link Lifecycles#GATE} and {@link
 *     Lifecycles#OPERATOR} are set and asked for by name
 * @param startedAt when the workflow ran; null while only opened
 * @param firstRun the id of Temporal's run then: a reset has another one and names this as its
 *     first
 * @param plan the durations as JSON
 */
public record LifecycleRow(
    UUID openingId,
    String guestId,
    String trigger,
    String stage,
    String waitingFor,
    @Nullable Instant nextAt,
    @Nullable Instant holdUntil,
    Instant openedAt,
    @Nullable Instant startedAt,
    @Nullable String firstRun,
    String mode,
    int policyVersion,
    String plan,
    @Nullable Instant closedAt,
    @Nullable String outcome,
    @Nullable String outcomeReason,
    boolean needsOperator,
    @Nullable String operatorReason,
    @Nullable Instant disablePlannedAt) {

  /** A lifecycle that was just opened and not started yet. */
  public static LifecycleRow opened(
      UUID openingId,
      String guestId,
      String trigger,
      String stage,
      String waitingFor,
      Instant at,
      String mode,
      int policyVersion,
      String plan) {
    return new LifecycleRow(
        openingId,
        guestId,
        trigger,
        stage,
        waitingFor,
        null,
        null,
        at,
        null,
        null,
        mode,
        policyVersion,
        plan,
        null,
        null,
        null,
        false,
        null,
        null);
  }

  public boolean isOpen() {
    return closedAt == null;
  }
}
