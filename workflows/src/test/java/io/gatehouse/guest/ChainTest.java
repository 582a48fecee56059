package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.policy.Silence;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is asked, in which order, and what silence means. */
class ChainTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  private static Plan silenceRemoves() {
    Plan plan = Tenant.PLAN;
    return new Plan(
        plan.answerWithin(),
        plan.remindAfter(),
        plan.changeWithin(),
        Silence.REMOVE,
        plan.notice(),
        plan.grace(),
        plan.restoreWindow());
  }

  @Test
  void not_mine_leads_to_the_next_person_at_once() {
    tenant.opens();
    Receipt receipt = tenant.sponsorSays(Choice.NOT_MINE, 1);

    assertThat(receipt.sentence()).isEqualTo("The next person is asked.");
    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "0d asks mia, MANAGER, round 2");
  }

  @Test
  void a_second_click_on_not_mine_does_not_speak_for_the_next_person() {
    tenant.during("findSponsor", () -> {});
    tenant.during("findSponsor", () -> tenant.clicks(Choice.NOT_MINE, 1));
    tenant.opens();
    tenant.sponsorSays(Choice.NOT_MINE, 1);
    tenant.passes(Duration.ofDays(1));

    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "0d asks mia, MANAGER, round 2");
  }

  @Test
  void somebody_who_cannot_receive_mail_is_passed_over_without_a_wait() {
    tenant.cannotReceiveMail("bob");
    tenant.opens();

    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "0d asks mia, MANAGER, round 2");
  }

  @Test
  void the_time_to_answer_begins_with_the_delivered_mail() {
    tenant.mailIsSlowTo("bob");
    tenant.opens();
    tenant.passes(Duration.ofDays(60));
    assertThat(tenant.journal()).hasSize(1);

    tenant.reportsDelivery(1, tenant.now());
    tenant.passes(Duration.ofDays(15));
    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "74d asks mia, MANAGER, round 2");
  }

  @Test
  void silence_escalates_along_the_chain_and_ends_with_an_operator_who_decides() {
    tenant.opens();
    tenant.passes(Duration.ofDays(50));
    assertThat(tenant.details()).contains("a person has to look");

    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "14d asks mia, MANAGER, round 2",
            "28d asks sam, STEWARD, round 3",
            "42d parks: everybody in the chain was asked and nobody decided",
            "50d tells the guest BEFORE_DISABLE: Delivered",
            "53d reserves DISABLE",
            "53d DISABLE Done",
            "53d tells the guest DISABLED: Delivered");
  }

  @Test
  void silence_removes_where_the_policy_says_so() {
    tenant.opens(silenceRemoves());
    tenant.passes(Duration.ofDays(18));

    assertThat(tenant.journal())
        .contains("14d tells the guest BEFORE_DISABLE: Delivered", "17d DISABLE Done");
  }

  @Test
  void the_stewards_silence_is_never_a_yes() {
    tenant.cannotReceiveMail("bob");
    tenant.cannotReceiveMail("mia");
    tenant.opens(silenceRemoves());
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "0d asks mia, MANAGER, round 2",
            "0d asks sam, STEWARD, round 3",
            "14d parks: everybody in the chain was asked and nobody decided");
  }

  @Test
  void silence_never_counts_where_the_question_was_not_delivered() {
    tenant.mailIsSlowTo("bob");
    tenant.opens(silenceRemoves());
    tenant.passes(Duration.ofDays(400));

    assertThat(tenant.journal()).containsExactly("0d asks bob, SPONSOR, round 1");
  }

  @Test
  void a_guest_for_whom_nobody_answers_waits_for_an_operator() {
    tenant.nobodyAnswersFor();
    tenant.opens();
    tenant.passes(Duration.ofDays(30));

    assertThat(tenant.journal())
        .containsExactly("0d parks: everybody in the chain was asked and nobody decided");
  }

  @Test
  void a_late_report_of_delivery_does_not_wake_a_parked_lifecycle_again_and_again() {
    tenant.mailIsSlowTo("bob");
    tenant.cannotReceiveMail("mia");
    tenant.cannotReceiveMail("sam");
    tenant.opens();
    tenant.sponsorSays(Choice.NOT_MINE, 1);
    tenant.passes(Duration.ofDays(1));
    tenant.reportsDelivery(1, tenant.now());
    tenant.reportsDelivery(3, tenant.now());
    tenant.passes(Duration.ofDays(1));

    assertThat(tenant.journalFrom("parks"))
        .as("parks, once more after the word from outside, and no third time")
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void a_late_report_about_an_earlier_round_does_not_hide_the_one_about_this_round() {
    tenant.mailIsSlowTo("bob");
    tenant.mailIsSlowTo("mia");
    tenant.during("ask", () -> {});
    tenant.during(
        "ask",
        () -> {
          tenant.reportsDelivery(2, tenant.now());
          tenant.reportsDelivery(1, tenant.now());
        });
    tenant.opens();
    tenant.sponsorSays(Choice.NOT_MINE, 1);
    tenant.passes(Duration.ofDays(15));

    assertThat(tenant.journal()).contains("14d asks sam, STEWARD, round 3");
  }

  @Test
  void a_desk_that_refuses_a_question_parks_the_lifecycle_and_release_asks_again() {
    tenant.fails("ask", FailureType.NOT_CONFIGURED, "no sender address is configured");
    tenant.opens();
    tenant.passes(Duration.ofDays(1));
    tenant.releases();

    assertThat(tenant.journal())
        .containsExactly(
            "0d parks: no sender address is configured",
            "1d looks (disabled false, deleted false): Unchanged",
            "1d asks bob, SPONSOR, round 1");
  }

  @Test
  void a_directory_that_refuses_for_good_parks_the_lifecycle_and_release_tries_again() {
    tenant.fails("findSponsor", FailureType.FORBIDDEN, "User.Read.All is not granted");
    tenant.opens();
    tenant.passes(Duration.ofDays(1));
    tenant.releases();

    assertThat(tenant.journal())
        .containsExactly(
            "0d parks: User.Read.All is not granted",
            "1d looks (disabled false, deleted false): Unchanged",
            "1d asks bob, SPONSOR, round 1");
  }

  @Test
  void a_directory_that_is_only_busy_is_asked_again_without_anybody_noticing() {
    tenant.fails("findSponsor", FailureType.THROTTLED, "too many requests");
    tenant.fails("findSponsor", FailureType.TRANSIENT, "503");
    tenant.opens();
    tenant.passes(Duration.ofMinutes(1));

    assertThat(tenant.journal()).containsExactly("0d asks bob, SPONSOR, round 1");
  }
}
