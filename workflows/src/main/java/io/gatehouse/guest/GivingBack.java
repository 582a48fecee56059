package io.gatehouse.guest;

import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectActivities;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.temporal.Activities;
import java.util.Optional;

/** Undoes what this lifecycle did: restores, then enables. */
final class GivingBack {
  private final LifecycleRef ref;
  private final Messages messages;
  private final World world;
  private final EffectActivities effects = Activities.effect("give the account back");
  private boolean started;
  private int missing;

  GivingBack(LifecycleRef ref, Messages messages, World world) {
    this.ref = ref;
    this.messages = messages;
    this.world = world;
  }

  /** From here on no other answer counts. */
  boolean started() {
    return started;
  }

  Closing before(Closing closing, boolean disabled, boolean deleted) {
    started = true;
    if (deleted && !give(Effect.RESTORE) || disabled && !give(Effect.ENABLE)) {
      return World.closing(Change.GONE);
    }
    return missing == 0
        ? closing
        : new Closing(
            closing.outcome(),
            "%s; %d memberships, roles or sponsors did not come back"
                .formatted(closing.reason(), missing),
            closing.keptUntil());
  }

  /** False when there is nothing left to give back to. */
  private boolean give(Effect effect) {
    while (true) {
      messages.clear();
      Optional<EffectOutcome> outcome =
          world.attempt(() -> effects.perform(new EffectOrder(ref, effect, 1)));
      if (outcome.isEmpty()) {
        continue;
      }
      switch (outcome.get()) {
        case EffectOutcome.Done done -> {
          missing = done.missing();
          return true;
        }
        case EffectOutcome.WorldChanged changed -> {
          return changed.change() != Change.GONE;
        }
        case EffectOutcome.GateClosed closed -> world.waitForGate(closed.reason());
        case EffectOutcome.Unclear unclear -> world.park(unclear.reason());
        case EffectOutcome.GuardRefused guard -> world.park(guard.guard().sentence());
        case EffectOutcome.NotEnforced _ -> world.waitForGate("the mode is notify");
        // Said only of what takes away; should that change, a person looks.
        case EffectOutcome.AnswerPending _ -> world.park("an answer is not applied yet");
        case EffectOutcome.NotTold _ -> world.park("the guest was not told before");
      }
    }
  }
}
