package io.gatehouse.guest;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import org.jspecify.annotations.Nullable;

/** The parts of a scan that read the directory. */
@ActivityInterface
public interface ScanReadActivities {
  /** Reads one page into the store; the continuation stays in the store. */
  @ActivityMethod
  ScanPage readPage(String scanId, int page);

  /**
   * Opens lifecycles for the next guests due, after a look at their roles.
   *
   * @param cursor object id to go on after, null at the start
   */
  @ActivityMethod
  OpenedBatch open(String scanId, @Nullable String cursor);
}
