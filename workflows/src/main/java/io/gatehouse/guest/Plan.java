package io.gatehouse.guest;

import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Silence;
import io.gatehouse.policy.Triggers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long each wait of one guest lasts. Waits start from recorded facts (a delivered mail, a
 * proved effect), so a plan holds no dates and deadlines move out, never in.
 *
 * @param remindAfter counted from the first delivered mail, ascending
 * @param escalateWithin what the next person has after somebody's silence
 * @param extendAtMost what an operator can add in all
 * @param evidenceDays the trigger's threshold on the day of opening, 0 where somebody's word
 *     decides
 */
public record Plan(
    Duration answerWithin,
    List<Duration> remindAfter,
    Duration escalateWithin,
    Duration changeWithin,
    Duration extendAtMost,
    Silence onSilence,
    Duration notice,
    Duration grace,
    Duration restoreWindow,
    int evidenceDays) {

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
  public static Plan of(Policy policy, Trigger trigger, String guestId) {
    Duration jitter = Duration.ofMinutes(Math.floorMod(guestId.hashCode(), JITTER_MINUTES));
    Policy.Asking asking = policy.asking();
    return new Plan(
        days(asking.answerWithinDays()).plus(jitter),
        asking.remindAfterDays().stream().map(Plan::days).toList(),
        days(asking.escalateWithinDays()).plus(jitter),
        days(asking.changeWithinDays()),
        days(asking.extendAtMostDays()),
        asking.onSilence(),
        days(policy.removal().noticeDays()).plus(jitter),
        days(policy.removal().graceDays()).plus(jitter),
        days(policy.removal().restoreWindowDays()),
        evidenceDays(policy.triggers(), trigger));
  }

  /** Reminders that come before somebody's time is over. */
  public List<Duration> remindersWithin(Duration within) {
    return remindAfter.stream().filter(reminder -> reminder.compareTo(within) < 0).toList();
  }

  private static int evidenceDays(Triggers triggers, Trigger trigger) {
    return switch (trigger) {
      case INACTIVE -> triggers.inactiveAfterDays();
      case NEVER_SIGNED_IN -> Objects.requireNonNullElse(triggers.neverSignedInAfterDays(), 0);
      case INVITATION_NOT_REDEEMED ->
          Objects.requireNonNullElse(triggers.invitationNotRedeemedAfterDays(), 0);
      case SPONSOR_MISSING, ATTESTATION_DUE, EXCLUSION_ENDS -> 0;
    };
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
