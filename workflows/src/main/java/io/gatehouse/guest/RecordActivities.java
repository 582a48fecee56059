package io.gatehouse.guest;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Writes into ledger and read models what a lifecycle came to. */
@ActivityInterface
public interface RecordActivities {
  @ActivityMethod
  void close(LifecycleRef ref, Closing closing);

  /** The lifecycle waits for a person, for this reason. */
  @ActivityMethod
  void park(LifecycleRef ref, String reason);

  /** The lifecycle is ready to act and waits for the gate, for this reason. */
  @ActivityMethod
  void waitForGate(LifecycleRef ref, String reason);
}
