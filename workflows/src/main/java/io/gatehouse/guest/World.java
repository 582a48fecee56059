package io.gatehouse.guest;

import io.gatehouse.safety.Change;
import io.gatehouse.temporal.Activities;
import io.gatehouse.temporal.FailureType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The lifecycle's dealings with what may change or refuse: fresh looks, and calls that may park.
 */
final class World {
  private final LifecycleRef ref;
  private final Waiting waiting;
  private final Narrator narrator;
  private final LookActivities looking = Activities.look("look at the guest again");
  private final RecordActivities record = Activities.record("record what the lifecycle waits for");

  World(LifecycleRef ref, Waiting waiting, Narrator narrator) {
    this.ref = ref;
    this.waiting = waiting;
    this.narrator = narrator;
  }

  /** What changed about the guest since the lifecycle last acted, if anything ends it. */
  Optional<Change> changed(boolean disabled, boolean deleted) {
    return attempt(() -> looking.look(new LookRequest(ref, disabled, deleted)))
        .flatMap(look ->
            switch (look) {
              case Look.Unchanged _ -> Optional.empty();
              case Look.Changed changed -> Optional.of(changed.change());
            });
  }

  static Closing closing(Change change) {
    return Closing.of(change == Change.GONE ? Outcome.GONE : Outcome.STOOD_DOWN, change.words());
  }

  /**
   * The call's result. A permanent refusal parks the lifecycle until somebody speaks; the result is
   * then empty, and the caller looks at what was said before it tries again.
   */
  <T> Optional<T> attempt(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) {
        throw failure;
      }
      park(reason(failure));
      return Optional.empty();
    }
  }

  /** Waits for a message, with a person in charge of sending one. */
  void park(String reason) {
    narrator.tell(Stage.NEEDS_OPERATOR, reason, null);
    record.park(ref, reason);
    waiting.forMessage();
  }

  /** Waits for a message, most likely that the gate opened. */
  void waitForGate(String reason) {
    narrator.tell(narrator.stage(), "the gate: " + reason, null);
    record.waitForGate(ref, reason);
    waiting.forMessage();
  }

  /** Whether what was asked for cannot be, in contrast to what does not work now. */
  static boolean isRefusal(ActivityFailure failure) {
    return failure.getCause() instanceof ApplicationFailure cause
        && cause.getType().equals(FailureType.REFUSED.name());
  }

  static String reason(ActivityFailure failure) {
    return failure.getCause() instanceof ApplicationFailure cause
        ? cause.getOriginalMessage()
        : String.valueOf(failure.getMessage());
  }
}
