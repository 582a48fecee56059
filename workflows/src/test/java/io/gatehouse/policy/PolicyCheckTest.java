package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.policy.PolicyCheck.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {
  private static final Caps CAPS = new Caps(10, 40, 5, 10);

  @Test
  void a_sound_policy_has_no_problem() {
    assertThat(PolicyCheck.problems(Policies.SOUND, Policies.TODAY)).isEmpty();
  }

  @Test
  void no_reminder_at_all_is_no_problem() {
    assertThat(
            PolicyCheck.problems(Policies.policy(Policies.asking(14), CAPS, CAPS), Policies.TODAY))
        .isEmpty();
  }

  @Test
  void a_reminder_on_the_day_the_answer_is_due_comes_too_late() {
    assertThat(
            PolicyCheck.problems(
                Policies.policy(Policies.asking(14, 7, 14), CAPS, CAPS), Policies.TODAY))
        .containsExactly(
            new Problem(
                "/asking/remindAfterDays",
                "a reminder after 14 days comes too late: the answer is due after 14"));
  }

  @Test
  void reminders_that_do_not_ascend_are_named() {
    assertThat(
            PolicyCheck.problems(
                Policies.policy(Policies.asking(14, 7, 7, 3), CAPS, CAPS), Policies.TODAY))
        .containsExactly(
            new Problem(
                "/asking/remindAfterDays", "reminders must come one after the other, 7 follows 7"),
            new Problem(
                "/asking/remindAfterDays", "reminders must come one after the other, 3 follows 7"));
  }

  @Test
  void a_week_that_holds_less_than_a_day_is_named_for_disables_and_deletes_alike() {
    Caps wrong = new Caps(10, 5, 8, 4);

    assertThat(
            PolicyCheck.problems(
                Policies.policy(Policies.asking(14, 7), wrong, wrong), Policies.TODAY))
        .extracting(Problem::path, Problem::sentence)
        .containsExactly(
            tuple(
                "/caps/disables",
                "perWeek (5) is smaller than perDay (10), so the day's cap could never be used"),
            tuple("/caps/disables", "perWeekPercent (4) is smaller than perDayPercent (8)"),
            tuple(
                "/caps/deletes",
                "perWeek (5) is smaller than perDay (10), so the day's cap could never be used"),
            tuple("/caps/deletes", "perWeekPercent (4) is smaller than perDayPercent (8)"));
  }

  private static Exclusion exclusion(String owner, LocalDate until) {
    return new Exclusion("ann-id", owner, "audit", until);
  }

  @Test
  void an_exclusion_may_last_366_days_and_not_a_day_longer() {
    LocalDate last = Policies.TODAY.plusDays(366);
    Policy longest = Policies.with(Policies.TRIGGERS, exclusion("cfo-id", last));
    Policy longer =
        Policies.with(
            Policies.TRIGGERS,
            exclusion("cfo-id", last),
            new Exclusion("bob-id", "cfo-id", "audit", last.plusDays(1)));

    assertThat(PolicyCheck.problems(longest, Policies.TODAY)).isEmpty();
    assertThat(PolicyCheck.problems(longer, Policies.TODAY))
        .containsExactly(
            new Problem(
                "/exclusions/1/until",
                "an exclusion lasts at most 366 days, until 2027-11-21: its owner is asked before"
                    + " it ends"));
  }

  @Test
  void an_exclusion_that_is_over_is_no_problem_so_that_the_file_need_not_change_on_that_day() {
    Policy over =
        Policies.with(Policies.TRIGGERS, exclusion("cfo-id", Policies.TODAY.minusDays(1)));

    assertThat(PolicyCheck.problems(over, Policies.TODAY)).isEmpty();
  }

  @Test
  void a_guest_excluded_twice_is_a_mistake_because_two_owners_would_be_asked() {
    Policy twice =
        Policies.with(
            Policies.TRIGGERS,
            exclusion("cfo-id", Policies.TODAY),
            new Exclusion("Ann-Id", "cto-id", "audit", Policies.TODAY));

    assertThat(PolicyCheck.problems(twice, Policies.TODAY))
        .containsExactly(
            new Problem("/exclusions/1/guest", "this guest is excluded above already"));
  }

  @Test
  void nobody_owns_their_own_exclusion_however_the_id_is_spelled() {
    Policy own = Policies.with(Policies.TRIGGERS, exclusion("ANN-ID", Policies.TODAY));

    assertThat(PolicyCheck.problems(own, Policies.TODAY))
        .containsExactly(
            new Problem(
                "/exclusions/0/owner",
                "nobody attests themselves: the owner must be somebody else"));
  }
}
