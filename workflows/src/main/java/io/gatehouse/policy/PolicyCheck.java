package io.gatehouse.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What a schema cannot say about a policy: how its numbers fit together. Pure. */
public final class PolicyCheck {
  private static final int LONGEST_EXCLUSION_DAYS = 366;

  private PolicyCheck() {}

  /**
   * One thing to mend.
   *
   * @param path where it stands, as a JSON pointer like {@code /asking/remindAfterDays}
   */
  public record Problem(String path, String sentence) {}

  /**
   * @param today in the policy's zone
   */
  public static List<Problem> problems(Policy policy, LocalDate today) {
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
    var excluded = new TreeSet<String>();
    for (int i = 0; i < policy.exclusions().size(); i++) {
      Exclusion exclusion = policy.exclusions().get(i);
      exclusion("/exclusions/" + i, exclusion, today, found);
      if (!excluded.add(exclusion.guest().toLowerCase(Locale.ROOT))) {
        found.add(
            new Problem(
                "/exclusions/%d/guest".formatted(i), "this guest is excluded above already"));
      }
    }
    weekHoldsDay("/caps/disables", policy.caps().disables(), found);
    weekHoldsDay("/caps/deletes", policy.caps().deletes(), found);
    return found;
  }

  private static void exclusion(
      String path, Exclusion exclusion, LocalDate today, List<Problem> found) {
    if (exclusion.until().isAfter(today.plusDays(LONGEST_EXCLUSION_DAYS))) {
      found.add(
          new Problem(
              path + "/until",
              "an exclusion lasts at most %d days, until %s: its owner is asked before it ends"
                  .formatted(LONGEST_EXCLUSION_DAYS, today.plusDays(LONGEST_EXCLUSION_DAYS))));
    }
    if (exclusion.owner().equalsIgnoreCase(exclusion.guest())) {
      found.add(
          new Problem(
              path + "/owner", "nobody attests themselves: the owner must be somebody else"));
    }
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
