package io.gatehouse.safety;

import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.safety.EffectOutcome.GuardRefused;
import io.gatehouse.safety.EffectOutcome.Unclear;
import io.gatehouse.safety.EffectOutcome.WorldChanged;
import java.util.Optional;

/** Decides from a reading at the moment of the effect whether it may happen. Pure. */
public sealed interface FreshLook {

  record Act() implements FreshLook {}

  /** An earlier attempt got through: only the proof is missing. */
  record AlreadyOurs() implements FreshLook {}

  record Stop(EffectOutcome outcome) implements FreshLook {}

  /**
   * What was seen.
   *
   * @param evidence about the reason the lifecycle was opened for
   * @param guest empty when the directory does not know the id
   * @param intended whether the ledger holds our intent for this very effect
   */
  record Sight(
      Optional<GuestFacts> guest,
      boolean inRecycleBin,
      Evidence evidence,
      Guards.Finding guards,
      boolean intended) {}

  static FreshLook decide(Effect effect, Sight sight) {
    return switch (effect) {
      case DISABLE -> disable(sight);
      case SOFT_DELETE -> softDelete(sight);
      case RESTORE -> restore(sight);
      case ENABLE -> enable(sight);
    };
  }

  private static FreshLook disable(Sight sight) {
    if (sight.guest().isEmpty()) {
      return changed(Change.GONE);
    }
    if (sight.guest().get().accountEnabled() == null) {
      return enabledUnknown();
    }
    if (Boolean.FALSE.equals(sight.guest().get().accountEnabled())) {
      return sight.intended() ? new AlreadyOurs() : changed(Change.DISABLED_BY_OTHERS);
    }
    return ifStillDue(sight);
  }

  private static FreshLook softDelete(Sight sight) {
    if (sight.guest().isEmpty()) {
      return sight.inRecycleBin() && sight.intended() ? new AlreadyOurs() : changed(Change.GONE);
    }
    if (sight.guest().get().accountEnabled() == null) {
      return enabledUnknown();
    }
    if (Boolean.TRUE.equals(sight.guest().get().accountEnabled())) {
      return changed(Change.ENABLED_BY_OTHERS);
    }
    return ifStillDue(sight);
  }

  private static FreshLook ifStillDue(Sight sight) {
    return switch (sight.guards()) {
      case Guards.Finding.Refused refused -> new Stop(new GuardRefused(refused.guard()));
      case Guards.Finding.Unclear unclear -> new Stop(new Unclear(unclear.reason()));
      case Guards.Finding.Clear _ ->
          switch (sight.evidence()) {
            case Evidence.Holds _ -> new Act();
            case Evidence.Ended ended -> changed(ended.change());
            case Evidence.Unclear unclear -> new Stop(new Unclear(unclear.reason()));
          };
    };
  }

  private static FreshLook restore(Sight sight) {
    if (sight.guest().isPresent()) {
      return sight.intended() ? new AlreadyOurs() : changed(Change.RESTORED_BY_OTHERS);
    }
    return sight.inRecycleBin() ? new Act() : changed(Change.GONE);
  }

  private static FreshLook enable(Sight sight) {
    if (sight.guest().isEmpty()) {
      return changed(Change.GONE);
    }
    if (Boolean.TRUE.equals(sight.guest().get().accountEnabled())) {
      return sight.intended() ? new AlreadyOurs() : changed(Change.ENABLED_BY_OTHERS);
    }
    return new Act();
  }

  private static FreshLook enabledUnknown() {
    return new Stop(new Unclear("the directory does not say whether the account is enabled"));
  }

  private static FreshLook changed(Change change) {
    return new Stop(new WorldChanged(change));
  }
}
