package io.gatehouse.guest;

import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Silence;
import java.time.Duration;
import java.util.List;

/**
 * How long each wait of one guest lasts. Waits start from recorded facts (a delivered mail, a
 * proved effect), so a plan holds no dates and deadlines move out, never in.
 *
 * @param remindAfter counted from the first delivered mail, ascending
 */
public record Plan(
    Duration answerWithin,
    List<Duration> remindAfter,
    Duration changeWithin,
    Silence onSilence,
    Duration notice,
    Duration grace,
    Duration restoreWindow) {

  /** Those opened together would otherwise act together: each guest gets up to a day of his own. */
  private static final int JITTER_MINUTES = 24 * 60;

  public Plan {
    remindAfter = List.copyOf(remindAfter);
    if (!grace.isPositive()) {
      throw new IllegalArgumentException(
          "grace must be positive, got %s: a delete never follows at once".formatted(grace));
    }
  }

  /** The policy's durations for one guest, moved out by a hash of the object id. */
  public static Plan of(Policy policy, String guestId) {
    Duration jitter = Duration.ofMinutes(Math.floorMod(guestId.hashCode(), JITTER_MINUTES));
    return new Plan(
        days(policy.asking().answerWithinDays()).plus(jitter),
        policy.asking().remindAfterDays().stream().map(Plan::days).toList(),
        days(policy.asking().changeWithinDays()),
        policy.asking().onSilence(),
        days(policy.removal().noticeDays()).plus(jitter),
        days(policy.removal().graceDays()).plus(jitter),
        days(policy.removal().restoreWindowDays()));
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
