package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Voice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.sponsor.Delivery;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers: what they lead to, how long they can be changed, and that each counts once. */
class AnswerTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  @Test
  void a_sponsor_who_keeps_ends_the_lifecycle_when_the_time_for_another_answer_has_passed() {
    tenant.opens();
    tenant.passes(Duration.ofDays(5));
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));

    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "7d closes KEPT until 2027-06-30: kept");
    assertThat(tenant.closing())
        .isEqualTo(new Closing(Outcome.KEPT, "kept", LocalDate.of(2027, 6, 30)));
  }

  @Test
  void a_sponsor_who_changes_from_remove_to_keep_in_time_keeps_the_guest() {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(1));
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));

    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "2d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void a_sponsor_who_changes_from_keep_to_remove_in_time_removes_the_guest() {
    tenant.opens();
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(1));
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(5));

    assertThat(tenant.journal())
        .startsWith("0d asks bob, SPONSOR, round 1", "2d tells the guest BEFORE_DISABLE: Delivered")
        .contains("5d DISABLE Done");
  }

  @Test
  void the_receipt_of_a_changed_answer_names_the_date_that_the_first_one_set() {
    tenant.opens();
    Receipt first = tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(1));
    Receipt second = tenant.sponsorSays(Choice.KEEP, 1);

    assertThat(first.stage()).isEqualTo(Stage.ANSWERED);
    assertThat(first.nextAt())
        .isBetween(Town.START.plus(Duration.ofDays(2)), Town.START.plus(Duration.ofHours(49)));
    assertThat(second.nextAt())
        .isBetween(Town.START.plus(Duration.ofDays(2)), Town.START.plus(Duration.ofHours(49)));
  }

  @Test
  void a_sponsor_can_still_keep_while_the_guest_has_notice() {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(3));
    Receipt receipt = tenant.sponsorSays(Choice.KEEP, 1);
    tenant.settles();

    assertThat(receipt.nextAt()).as("nothing is waited for: the guest is kept at once").isNull();
    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "2d tells the guest BEFORE_DISABLE: Delivered",
            "3d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void an_operators_answer_counts_at_once() {
    tenant.opens();
    tenant.operatorSays(Choice.KEEP);

    assertThat(tenant.journal()).contains("0d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void the_answer_of_somebody_asked_earlier_counts_too() {
    tenant.opens();
    tenant.passes(Duration.ofDays(15));
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(3));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "14d asks mia, MANAGER, round 2",
            "17d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void while_somebodys_answer_stands_nobody_else_can_turn_it_into_remove() {
    tenant.opens();
    tenant.passes(Duration.ofDays(15));
    tenant.sponsorSays(Choice.KEEP, 2);

    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.REMOVE, 1)))
        .isEqualTo("Somebody else has answered already, and their answer stands.");
    tenant.passes(Duration.ofDays(3));
    assertThat(tenant.journal()).endsWith("17d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void vouching_is_never_too_late_and_then_stands_itself() {
    tenant.opens();
    tenant.passes(Duration.ofDays(15));
    tenant.sponsorSays(Choice.REMOVE, 2);
    tenant.sponsorSays(Choice.KEEP, 1);

    assertThat(tenant.refusalOf(() -> tenant.sponsorSays(Choice.REMOVE, 2)))
        .isEqualTo("Somebody else has answered already, and their answer stands.");
    tenant.passes(Duration.ofDays(3));
    assertThat(tenant.journal()).endsWith("17d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void an_answer_delivered_twice_counts_once() {
    tenant.opens();
    var notMine =
        new Decision(Tenant.ANN.openingId(), "answer-77", Voice.SPONSOR, 1, Choice.NOT_MINE, null);
    Receipt first = tenant.says(notMine);
    Receipt again = tenant.says(notMine);

    assertThat(again).isEqualTo(first);
    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "0d asks mia, MANAGER, round 2");
  }

  @Test
  void an_answer_that_overtakes_the_report_of_delivery_counts() {
    tenant.mailIsSlowTo("bob");
    tenant.opens();
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(1));
    tenant.reportsDelivery(1, Town.START);
    tenant.passes(Duration.ofDays(2));

    assertThat(tenant.journal()).contains("2d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void a_report_of_delivery_for_another_opening_is_not_heard() {
    tenant.mailIsSlowTo("bob");
    tenant.opens();
    tenant.lifecycle().signal("heard", new Delivery("opening-0", 1, Town.START));
    tenant.passes(Duration.ofDays(40));

    assertThat(tenant.journal()).containsExactly("0d asks bob, SPONSOR, round 1");
  }
}
