package io.gatehouse.policy;

import java.util.ArrayList;
import java.util.List;

/** What a schema cannot say about a policy: how its numbers fit together. Pure. */
public final class PolicyCheck {
  private PolicyCheck() {}

  /**
   * One thing to mend.
   *
   * @param path where it stands, as a JSON pointer like {@code /asking/remindAfterDays}
   */
  public record Problem(String path, String sentence) {}

  public static List<Problem> problems(Policy policy) {
    var found = new ArrayList<Problem>();
    Policy.Asking asking = policy.asking();
    int before = 0;
    for (int day : asking.remindAfterDays()) {
      if (day >= asking.answerWithinDays()) {
        found.add(
            new Problem(
                "/asking/remindAfterDays",
                "a reminder after %d days comes too late: the answer is due after %d"
                    .formatted(day, asking.answerWithinDays())));
      }
      if (day <= before) {
        found.add(
            new Problem(
                "/asking/remindAfterDays",
                "reminders must come one after the other, %d follows %d".formatted(day, before)));
      }
      before = day;
    }
    if (asking.onSilence() == Silence.REMOVE) {
      found.add(
          new Problem(
              "/asking/onSilence",
              "remove is not available yet: guests who may only use mail cannot be told apart from"
                  + " silent ones, use escalate"));
    }
    weekHoldsDay("/caps/disables", policy.caps().disables(), found);
    weekHoldsDay("/caps/deletes", policy.caps().deletes(), found);
    return found;
  }

  private static void weekHoldsDay(String path, Caps caps, List<Problem> found) {
    if (caps.perWeek() < caps.perDay()) {
      found.add(
          new Problem(
              path,
              "perWeek (%d) is smaller than perDay (%d), so the day's cap could never be used"
                  .formatted(caps.perWeek(), caps.perDay())));
    }
    if (caps.perWeekPercent() < caps.perDayPercent()) {
      found.add(
          new Problem(
              path,
              "perWeekPercent (%d) is smaller than perDayPercent (%d)"
                  .formatted(caps.perWeekPercent(), caps.perDayPercent())));
    }
  }
}
