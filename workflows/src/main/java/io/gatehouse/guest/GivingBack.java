package io.gatehouse.guest;

import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectActivities;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.temporal.Activities;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Undoes what this lifecycle did: restores, then enables. */
final class GivingBack {
  private final LifecycleRef ref;
  private final Messages messages;
  private final World world;
  private final EffectActivities effects = Activities.effect("give the account back");
  private final Comparing comparing;
  private boolean started;
  private int missing;
  private @Nullable Closing end;

  GivingBack(LifecycleRef ref, Messages messages, World world, Comparing comparing) {
    this.ref = ref;
    this.messages = messages;
    this.world = world;
    this.comparing = comparing;
  }

  /** From here on no other answer counts. */
  boolean started() {
    return started;
  }

  /** What the lifecycle closes with when all is given back, null while it is not. */
  @Nullable Closing end() {
    return end;
  }

  Closing before(Closing closing, boolean disabled, boolean deleted) {
    started = true;
    boolean given = (!deleted || give(Effect.RESTORE)) && (!disabled || give(Effect.ENABLE));
    end = given ? Comparing.counted(closing, missing) : World.closing(Change.GONE);
    return end;
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
        case EffectOutcome.WorldChanged(Change change) -> {
          if (change == Change.GONE) {
            return false;
          }
          if (effect != Effect.ENABLE || compared(change)) { // the last step tells what is missing
            return true;
          }
        }
        case EffectOutcome.GateClosed closed -> world.waitForGate(closed.reason());
        case EffectOutcome.Unclear unclear -> world.park(unclear.reason());
        case EffectOutcome.Unproved unproved -> world.park(unproved.reason());
        case EffectOutcome.GuardRefused guard -> world.park(guard.guard().sentence());
        case EffectOutcome.NotEnforced _ -> world.waitForGate("the mode is notify");
        // Said only of what takes away; should that change, a person looks.
        case EffectOutcome.AnswerPending _ -> world.park("an answer is not applied yet");
        case EffectOutcome.NotTold _ -> world.park("the guest was not told before");
        case EffectOutcome.SlotMissed _ -> world.park("the slot was missed");
      }
    }
  }

  private boolean compared(Change change) {
    Optional<Integer> found = comparing.missing(change);
    missing = found.orElse(missing);
    return found.isPresent();
  }
}
