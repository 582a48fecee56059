package io.gatehouse.safety;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Instant;

/** Hands out slots under the rolling caps. */
@ActivityInterface
public interface ReservationActivities {
  /**
   * The instant at which the effect may happen; the same one when asked again, a new one when it
   * was missed by more than an hour.
   */
  @ActivityMethod
  Instant reserve(EffectOrder order);
}
