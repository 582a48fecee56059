package io.gatehouse.safety;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Reads what a guest holds, when the account came back by somebody else's hand. */
@ActivityInterface
public interface HoldingActivities {
  /**
   * Lists what was recorded before the disable and is not there any more.
   *
   * @return how many memberships, roles and sponsors did not come back
   */
  @ActivityMethod
  int compare(Comparison comparison);
}
