package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.policy.Policies;
import io.gatehouse.policy.Silence;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
  @Test
  void the_same_guest_always_gets_the_same_plan() {
    assertThat(Plan.of(Policies.SOUND, Trigger.INACTIVE, "4f1c"))
        .isEqualTo(Plan.of(Policies.SOUND, Trigger.INACTIVE, "4f1c"));
  }

  @Test
  void a_plan_moves_the_policys_days_out_by_less_than_a_day_and_never_in() {
    for (int i = 0; i < 1000; i++) {
      Plan plan = Plan.of(Policies.SOUND, Trigger.INACTIVE, new UUID(i, 31L * i).toString());
      assertThat(plan.answerWithin()).isBetween(days(14), days(15).minusMinutes(1));
      assertThat(plan.escalateWithin()).isBetween(days(10), days(11).minusMinutes(1));
      assertThat(plan.notice()).isBetween(days(3), days(4).minusMinutes(1));
      assertThat(plan.grace()).isBetween(days(30), days(31).minusMinutes(1));
      assertThat(plan.remindAfter()).containsExactly(days(7), days(11));
      assertThat(plan.changeWithin()).isEqualTo(days(2));
      assertThat(plan.extendAtMost()).isEqualTo(days(30));
      assertThat(plan.restoreWindow())
          .as("ours ends before Graph's thirty days do, so it is not moved")
          .isEqualTo(days(28));
    }
  }

  @Test
  void guests_opened_together_do_not_act_together() {
    Set<Duration> graces = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      graces.add(
          Plan.of(Policies.SOUND, Trigger.INACTIVE, new UUID(i, 31L * i).toString()).grace());
    }
    assertThat(graces).hasSizeGreaterThan(300);
  }

  @Test
  void a_plan_holds_durations_and_no_dates() {
    assertThat(Plan.class.getRecordComponents())
        .extracting(RecordComponent::getType)
        .isSubsetOf(Duration.class, List.class, Silence.class, int.class);
  }

  @Test
  void a_plan_without_grace_is_refused() {
    Plan plan = Plan.of(Policies.SOUND, Trigger.INACTIVE, "4f1c");
    assertThatThrownBy(() ->
            new Plan(
                plan.answerWithin(),
                plan.remindAfter(),
                plan.escalateWithin(),
                plan.changeWithin(),
                plan.extendAtMost(),
                plan.onSilence(),
                plan.notice(),
                Duration.ZERO,
                plan.restoreWindow(),
                plan.evidenceDays()))
        .hasMessage("grace must be positive, got PT0S: a delete never follows at once");
  }

  @ParameterizedTest
  @CsvSource({
    "INVITATION_NOT_REDEEMED, 30",
    "NEVER_SIGNED_IN, 60",
    "INACTIVE, 90",
    "SPONSOR_MISSING, 0",
    "ATTESTATION_DUE, 0",
    "EXCLUSION_ENDS, 0",
  })
  void a_plan_keeps_the_threshold_of_its_own_trigger(Trigger trigger, int days) {
    assertThat(Plan.of(Policies.SOUND, trigger, "4f1c").evidenceDays()).isEqualTo(days);
  }

  @Test
  void only_reminders_that_come_before_the_answer_is_due_are_sent() {
    Plan plan = Plan.of(Policies.SOUND, Trigger.INACTIVE, "4f1c");

    assertThat(plan.remindersWithin(days(14))).containsExactly(days(7), days(11));
    assertThat(plan.remindersWithin(days(11))).containsExactly(days(7));
    assertThat(plan.remindersWithin(days(7))).isEmpty();
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
