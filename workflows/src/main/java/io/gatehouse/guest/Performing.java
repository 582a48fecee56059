package io.gatehouse.guest;

import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectActivities;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.temporal.Activities;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What of the removal has happened, and what may have. */
final class Performing {
  private final EffectActivities effects = Activities.effect("look, intend, act, prove");
  private Instant proved = Instant.EPOCH;
  private boolean disabled;
  private boolean deleted;

  /** The effect that runs, or that was begun and cannot be proved. */
  private @Nullable Effect open;

  private boolean unproved;

  EffectOutcome perform(EffectOrder order) {
    open = order.effect();
    EffectOutcome outcome = outcome(order);
    unproved = outcome instanceof EffectOutcome.Unproved;
    if (!unproved) {
      open = null;
    }
    if (outcome instanceof EffectOutcome.Done done) {
      proved = done.at();
      disabled = true;
      deleted = order.effect() == Effect.SOFT_DELETE;
    }
    return outcome;
  }

  private EffectOutcome outcome(EffectOrder order) {
    try {
      return effects.perform(order);
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) {
        throw failure;
      }
      return new EffectOutcome.Unproved(World.reason(failure)); // an attempt may have written
    }
  }

  /** When the last effect was proved. */
  Instant proved() {
    return proved;
  }

  /** Proved to be disabled by us. */
  boolean disabled() {
    return disabled;
  }

  /** Proved to be deleted by us. */
  boolean deleted() {
    return deleted;
  }

  /** An effect was begun, and only performing it again can tell what became of it. */
  boolean unproved() {
    return unproved;
  }

  boolean perhapsDisabled() {
    return disabled || unproved;
  }

  boolean perhapsDeleted() {
    return deleted || unproved && open == Effect.SOFT_DELETE;
  }

  /** What a lifecycle ends with that somebody cancels now. */
  Closing cancelled() {
    if (disabled) {
      return Closing.of(Outcome.FAILED, "cancelled in Temporal, the account is left disabled");
    }
    return open == null
        ? Closing.of(Outcome.STOOD_DOWN, "cancelled by an administrator in Temporal")
        : Closing.of(
            Outcome.FAILED, "cancelled in Temporal while disabling: the account may be disabled");
  }
}
