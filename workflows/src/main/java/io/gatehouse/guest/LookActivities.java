package io.gatehouse.guest;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Reads one guest again. */
@ActivityInterface
public interface LookActivities {
  /** Compares the guest with what this lifecycle did so far. */
  @ActivityMethod
  Look look(LookRequest request);
}
