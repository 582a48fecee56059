package io.gatehouse.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Policies for tests: one that is sound, and variations of it. */
public final class Policies {
  public static final Policy SOUND =
      policy(asking(14, 7, 11), new Caps(10, 40, 5, 10), new Caps(5, 20, 2, 10));

  private Policies() {}

  static Policy.Asking asking(int answerWithinDays, Integer... remindAfterDays) {
    return new Policy.Asking(answerWithinDays, List.of(remindAfterDays), 2, 365, Silence.ESCALATE);
  }

  static Policy policy(Policy.Asking asking, Caps disables, Caps deletes) {
    return new Policy(
        Mode.ENFORCE,
        ZoneId.of("Europe/Berlin"),
        "sam-id",
        new Policy.Inactive(90, 30),
        asking,
        new Policy.Removal(3, 30, 28),
        new Policy.EffectCaps(disables, deletes),
        new Policy.ScanLimits(10, 5),
        List.of(new Exclusion("ann-id", "cfo@example.com", "audit", LocalDate.of(2027, 6, 30))));
  }
}
