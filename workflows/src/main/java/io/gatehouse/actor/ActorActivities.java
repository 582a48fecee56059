package io.gatehouse.actor;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Proves who sent a message. */
@ActivityInterface
public interface ActorActivities {
  /**
   * Checks the assertion against the enrolled keys, uses it up and records what came of it. The
   * same check again, as after a lost answer, has the same result.
   */
  @ActivityMethod
  Sender proveSender(SenderCheck check);
}
