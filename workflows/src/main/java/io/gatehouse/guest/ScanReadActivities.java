package io.gatehouse.guest;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import org.jspecify.annotations.Nullable;

/** The parts of a scan that read the directory. */
@ActivityInterface
public interface ScanReadActivities {
  /**
   * Reads one page of guests with their sponsors into the store; the continuation stays there.
   * Before the guests, because who has a sponsor decides what a guest is due for.
   */
  @ActivityMethod
  ScanPage readSponsors(String scanId, int page);

  /** Reads one page of guests into the store. */
  @ActivityMethod
  ScanPage readPage(String scanId, int page);

  /** Keeps who invited whom: the directory's audit log forgets it after 30 days. */
  @ActivityMethod
  void readInvitations(String scanId);

  /**
   * Opens lifecycles for the next guests due, after a look at what surrounds them.
   *
   * @param cursor object id to go on after, null at the start
   */
  @ActivityMethod
  OpenedBatch open(String scanId, @Nullable String cursor);
}
