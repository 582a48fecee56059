package io.gatehouse.sponsor;

import io.gatehouse.guest.LifecycleRef;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Finds who answers for a guest, and asks. */
@ActivityInterface
public interface SponsorActivities {
  /**
   * Finds the next person in the chain who can receive mail, and puts the question on their desk.
   * Asked again for the same round it asks the same person again, which changes nothing.
   */
  @ActivityMethod
  Candidate ask(NextAsking asking);

  /**
   * Whether silence may count as a yes: everybody who might know the guest was asked, only the
   * steward is left. Never for a guest who may use a group's mail without signing in, nor when that
   * cannot be told.
   */
  @ActivityMethod
  boolean silenceCounts(LifecycleRef ref);
}
