package io.gatehouse.guest;

import io.gatehouse.safety.Judgement;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import org.jspecify.annotations.Nullable;

/** The parts of a scan that only need the store and Temporal. */
@ActivityInterface
public interface ScanActivities {
  /** Records that a scan began. */
  @ActivityMethod
  void begin(String scanId);

  /**
   * Compares the scan with earlier ones; an unfit scan closes the gate.
   *
   * @param failure why not all pages were read, null when all were
   */
  @ActivityMethod
  Judgement judge(String scanId, @Nullable String failure);

  /** Tells running lifecycles whose guest looks different now to look again. */
  @ActivityMethod
  void tellRunning(String scanId);

  /** Records the end of the scan. */
  @ActivityMethod
  void finish(String scanId, int opened);
}
