package io.gatehouse.worker.safety;

import io.gatehouse.safety.EffectOutcome;

/** Refusals as the ledger says them: words that outlive the names of classes. */
final class Refusals {
  private Refusals() {}

  static String words(EffectOutcome outcome) {
    return switch (outcome) {
      case EffectOutcome.Done _ -> "done";
      case EffectOutcome.GuardRefused refused -> "guard: " + refused.guard().sentence();
      case EffectOutcome.WorldChanged changed -> "changed: " + changed.change().words();
      case EffectOutcome.GateClosed closed -> "gate: " + closed.reason();
      case EffectOutcome.NotEnforced _ -> "mode: enforce was not in force when it was asked";
      case EffectOutcome.NotTold _ -> "notice: the guest was not told before";
      case EffectOutcome.AnswerPending _ -> "answer: somebody's word is not heard yet";
      case EffectOutcome.SlotMissed _ -> "slot: it was missed by more than an hour";
      case EffectOutcome.Unproved unproved -> "unproved: " + unproved.reason();
      case EffectOutcome.Unclear unclear -> "unclear: " + unclear.reason();
    };
  }
}
