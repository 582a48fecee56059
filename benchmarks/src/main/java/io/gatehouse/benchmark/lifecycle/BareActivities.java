package io.gatehouse.benchmark.lifecycle;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Does nothing, but for asking. */
@ActivityInterface
public interface BareActivities {
  @ActivityMethod
  String act(String id);
}
