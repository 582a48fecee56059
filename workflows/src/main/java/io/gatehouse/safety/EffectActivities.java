package io.gatehouse.safety;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The only activity that writes to the directory. Runs where the writing credential lives. */
@ActivityInterface
public interface EffectActivities {
  /**
   * Look, intend, act, prove. Safe to run again at any point: the ledger's key decides whether
   * anything is left to do.
   */
  @ActivityMethod
  EffectOutcome perform(EffectOrder order);
}
