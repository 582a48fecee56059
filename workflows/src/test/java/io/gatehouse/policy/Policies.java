package io.gatehouse.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Policies for tests: one that is sound, and variations of it. */
public final class Policies {
  /** Each number is different, so that a test shows which one was used. */
  public static final Triggers TRIGGERS = new Triggers(90, 60, 30, 14, 180, 21, 45);

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  public static final Policy SOUND =
      policy(asking(14, 7, 11), new Caps(10, 40, 5, 10), new Caps(5, 20, 2, 10));

  private Policies() {}

  static Policy.Asking asking(int answerWithinDays, Integer... remindAfterDays) {
    return new Policy.Asking(
        answerWithinDays, List.of(remindAfterDays), 10, 2, 365, 30, Silence.ESCALATE);
  }

  /** The sound policy with other triggers and exclusions. */
  public static Policy with(Triggers triggers, Exclusion... exclusions) {
    return new Policy(
        SOUND.mode(),
        SOUND.zone(),
        SOUND.steward(),
        triggers,
        SOUND.asking(),
        SOUND.removal(),
        SOUND.caps(),
        SOUND.scan(),
        SOUND.guards(),
        List.of(exclusions));
  }

  static Policy policy(Policy.Asking asking, Caps disables, Caps deletes) {
    return new Policy(
        Mode.ENFORCE,
        ZoneId.of("Europe/Berlin"),
        "sam-id",
        TRIGGERS,
        asking,
        new Policy.Removal(3, 30, 28),
        new Policy.EffectCaps(disables, deletes),
        new Policy.ScanRules(LocalTime.of(2, 0), 10, 5, 8),
        new GuardRules(true, List.of()),
        List.of(new Exclusion("ann-id", "cfo-id", "audit", LocalDate.of(2027, 6, 30))));
  }
}
