package io.gatehouse.sponsor;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Finds who answers for a guest. */
@ActivityInterface
public interface SponsorActivities {
  /** User sponsors, then the manager, then the steward; only people who can receive mail. */
  @ActivityMethod
  Candidate findSponsor(SponsorSearch search);
}
