package io.gatehouse.safety;

import java.time.Instant;

/** What one attempt to change the tenant came to. A refusal is a result, kept as evidence. */
public sealed interface EffectOutcome {

  /**
   * Proved by reading the directory again.
   *
   * @param at when it was proved; the next wait starts here
   * @param missing memberships, roles and sponsors that did not come back, after an effect that
   *     gives back
   */
  record Done(Instant at, String graphRequestId, int missing) implements EffectOutcome {}

  record GuardRefused(Guard guard) implements EffectOutcome {}

  record WorldChanged(Change change) implements EffectOutcome {}

  /** The gate is closed or the mode only observes: wait for {@code lookAgain}. */
  record GateClosed(String reason) implements EffectOutcome {}

  /** The mode is notify, or was when the sponsor was asked: enforce would have acted. */
  record NotEnforced() implements EffectOutcome {}

  /** The guest has not heard of it: a disable never comes without a word. */
  record NotTold() implements EffectOutcome {}

  /** Somebody's answer or hold is recorded and not yet applied: it has to be heard first. */
  record AnswerPending() implements EffectOutcome {}

  /** The slot was missed by more than an hour: acting now would break the caps. */
  record SlotMissed() implements EffectOutcome {}

  /**
   * The effect was begun and may have taken place, and the reading that would prove it is refused
   * for good: what is perhaps taken has to be given back, and only performing again can tell.
   */
  record Unproved(String reason) implements EffectOutcome {}

  /** The evidence does not allow a conclusion, or Graph refused for good: a person has to look. */
  record Unclear(String reason) implements EffectOutcome {}
}
