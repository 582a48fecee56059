package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Role;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked, and in which order. */
class ChainTest {
  @RegisterExtension final Tenant tenant = new Tenant();

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
    tenant.during("ask", () -> {});
    tenant.during("ask", () -> tenant.clicks(Choice.NOT_MINE, 1));
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

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void a_report_of_delivery_that_is_not_true_neither_shortens_nor_stretches_the_time(long days) {
    tenant.mailIsSlowTo("bob");
    tenant.opens();
    tenant.reportsDelivery(1, tenant.now().plus(Duration.ofDays(days)));
    tenant.passes(Duration.ofDays(13));
    assertThat(tenant.journal()).hasSize(1);

    tenant.passes(Duration.ofDays(2));
    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "14d asks mia, MANAGER, round 2");
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
  void a_desk_that_refuses_a_question_parks_the_lifecycle_and_retry_asks_again() {
    tenant.fails("ask", FailureType.NOT_CONFIGURED, "no sender address is configured");
    tenant.opens();
    tenant.passes(Duration.ofDays(1));
    tenant.retries();

    assertThat(tenant.journal())
        .containsExactly(
            "0d parks: no sender address is configured",
            "1d looks (disabled false, deleted false): Unchanged",
            "1d asks bob, SPONSOR, round 1");
  }

  @Test
  void a_directory_that_is_only_busy_is_asked_again_without_anybody_noticing() {
    tenant.fails("ask", FailureType.THROTTLED, "too many requests");
    tenant.fails("ask", FailureType.TRANSIENT, "503");
    tenant.opens();
    tenant.passes(Duration.ofMinutes(1));

    assertThat(tenant.journal()).containsExactly("0d asks bob, SPONSOR, round 1");
  }

  @Test
  void every_role_of_the_chain_is_asked_in_its_turn_and_waited_for_by_its_name() {
    tenant.chainIs(
        new Candidate("bob", Role.SPONSOR),
        new Candidate("mel", Role.MEMBER),
        new Candidate("ivo", Role.INVITER),
        new Candidate("sam", Role.STEWARD));
    tenant.opens();
    tenant.sponsorSays(Choice.NOT_MINE, 1);
    assertThat(tenant.details()).contains("answer of the member, round 2");
    tenant.sponsorSays(Choice.NOT_MINE, 2);
    assertThat(tenant.details()).contains("answer of the inviter, round 3");
    tenant.sponsorSays(Choice.NOT_MINE, 3);
    tenant.sponsorSays(Choice.KEEP, 4);
    tenant.passes(Duration.ofDays(3));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "0d asks mel, MEMBER, round 2",
            "0d asks ivo, INVITER, round 3",
            "0d asks sam, STEWARD, round 4",
            "2d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void not_mine_said_while_the_answer_could_be_changed_leads_to_the_next_person() {
    tenant.opens();
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(1));
    tenant.sponsorSays(Choice.NOT_MINE, 1);

    assertThat(tenant.journal()).endsWith("1d asks mia, MANAGER, round 2");
    tenant.reassigns("zoe");
    assertThat(tenant.journal())
        .as("nobody has decided: somebody else can be named")
        .endsWith("1d asks zoe, NAMED, round 3");
  }
}
