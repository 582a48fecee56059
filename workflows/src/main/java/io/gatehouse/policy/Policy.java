package io.gatehouse.policy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The tenant's policy as applied. Running lifecycles keep the plan they were opened with; the mode,
 * the caps and the exclusions are read again at every effect.
 *
 * @param zone dates that people read are in this zone
 * @param steward object id of the person who answers when nobody else can
 */
public record Policy(
    Mode mode,
    ZoneId zone,
    String steward,
    Triggers triggers,
    Asking asking,
    Removal removal,
    EffectCaps caps,
    ScanRules scan,
    GuardRules guards,
    List<Exclusion> exclusions) {

  public Policy {
    exclusions = List.copyOf(exclusions);
  }

  /**
   * The conversation with sponsors.
   *
   * @param answerWithinDays days a person has, counted from the delivered mail
   * @param remindAfterDays days after the delivered mail on which a reminder is sent
   * @param escalateWithinDays days the next person has after somebody's silence
   * @param changeWithinDays days in which an answer can be changed before it takes effect
   * @param keepAtMostDays the longest time a guest can be kept by one answer
   * @param extendAtMostDays the longest time an operator can add to one lifecycle
   */
  public record Asking(
      int answerWithinDays,
      List<Integer> remindAfterDays,
      int escalateWithinDays,
      int changeWithinDays,
      int keepAtMostDays,
      int extendAtMostDays,
      Silence onSilence) {
    public Asking {
      remindAfterDays = List.copyOf(remindAfterDays);
    }
  }

  /**
   * The steps of a removal.
   *
   * @param noticeDays days between telling the guest and disabling the account
   * @param graceDays days the account stays disabled before it is deleted softly
   * @param restoreWindowDays days the lifecycle waits for a restore; Graph keeps the account 30
   */
  public record Removal(int noticeDays, int graceDays, int restoreWindowDays) {}

  /** Caps apart for disables and deletes. */
  public record EffectCaps(Caps disables, Caps deletes) {}

  /**
   * When scans run, and what one may differ from earlier ones before it counts as unfit.
   *
   * @param dailyAt in the policy's zone
   * @param populationMovesAtMostPercent change of the number of guests against the last fit scans
   * @param withoutDatesMovesAtMostPoints change of the share of guests without sign-in dates, in
   *     percentage points
   * @param withoutSponsorMovesAtMostPoints change of the share of guests without a sponsor
   */
  public record ScanRules(
      LocalTime dailyAt,
      int populationMovesAtMostPercent,
      int withoutDatesMovesAtMostPoints,
      int withoutSponsorMovesAtMostPoints) {
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);

    public ScanRules {
      if (dailyAt == null) { // may be left out
        dailyAt = AT_NIGHT;
      }
    }
  }
}
