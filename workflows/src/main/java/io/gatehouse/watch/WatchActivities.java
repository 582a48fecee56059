package io.gatehouse.watch;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import org.jspecify.annotations.Nullable;

/** Compares what Gatehouse has open with what Temporal runs. */
@ActivityInterface
public interface WatchActivities {
  /**
   * Looks at the next open lifecycles, records those that ended by force and notes those that
   * cannot go on.
   *
   * @param cursor opening id to go on after, null to begin
   */
  @ActivityMethod
  WatchedBatch watch(@Nullable String cursor);
}
