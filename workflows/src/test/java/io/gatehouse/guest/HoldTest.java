package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sponsor.MailOutcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hold pushes deadlines out by exactly the time on hold. */
class HoldTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  @Test
  void a_hold_while_an_answer_is_waited_for_moves_the_deadline_out() {
    tenant.opens();
    tenant.passes(Duration.ofDays(10));
    tenant.holds(Duration.ofDays(20));
    tenant.passes(Duration.ofDays(30));

    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "34d asks mia, MANAGER, round 2");
  }

  @Test
  void a_hold_that_is_released_counts_only_as_long_as_it_lasted() {
    tenant.opens();
    tenant.passes(Duration.ofDays(10));
    tenant.holds(Duration.ofDays(20));
    tenant.passes(Duration.ofDays(5));
    Receipt receipt = tenant.releases();
    tenant.passes(Duration.ofDays(10));

    assertThat(receipt.sentence()).isEqualTo("Released: the lifecycle goes on.");
    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "15d looks (disabled false, deleted false): Unchanged",
            "19d asks mia, MANAGER, round 2");
  }

  @Test
  void two_holds_one_after_the_other_add_up_and_an_overlap_counts_once() {
    tenant.opens();
    tenant.holds(Duration.ofDays(10));
    tenant.passes(Duration.ofDays(4));
    tenant.holds(Duration.ofDays(10));
    tenant.passes(Duration.ofDays(12));
    tenant.holds(Duration.ofDays(3));
    tenant.passes(Duration.ofDays(20));

    assertThat(tenant.journal())
        .containsExactly("0d asks bob, SPONSOR, round 1", "31d asks mia, MANAGER, round 2");
  }

  @Test
  void a_hold_can_be_shortened() {
    tenant.opens();
    tenant.holds(Duration.ofDays(300));
    tenant.passes(Duration.ofDays(1));
    tenant.holds(Duration.ofDays(1));
    tenant.passes(Duration.ofDays(20));

    assertThat(tenant.journal()).contains("16d asks mia, MANAGER, round 2");
  }

  @Test
  void a_hold_in_grace_moves_the_deletion_out() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(10));
    tenant.holds(Duration.ofDays(100));
    tenant.passes(Duration.ofDays(130));

    assertThat(tenant.journal()).contains("3d DISABLE Done", "133d SOFT_DELETE Done");
  }

  @Test
  void a_hold_over_a_slot_reserves_anew() {
    tenant.nextSlotIn(Duration.ofDays(2));
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));
    tenant.holds(Duration.ofDays(10));
    tenant.passes(Duration.ofDays(13));

    assertThat(tenant.journalFrom("reserves"))
        .containsExactly(
            "3d reserves DISABLE",
            "15d reserves DISABLE",
            "15d DISABLE Done",
            "15d tells the guest DISABLED: Delivered");
  }

  @Test
  void a_gate_that_opens_during_a_hold_does_not_end_the_hold() {
    tenant.next(Effect.DISABLE, new EffectOutcome.GateClosed("closed by hand"));
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));
    tenant.holds(Duration.ofDays(10));
    tenant.looksAgain();
    tenant.passes(Duration.ofDays(11));

    assertThat(tenant.journal()).contains("14d DISABLE Done").doesNotContain("4d DISABLE Done");
  }

  @Test
  void an_answer_during_a_hold_is_heard_and_takes_effect_after_it() {
    tenant.opens();
    tenant.holds(Duration.ofDays(10));
    tenant.sponsorSays(Choice.KEEP, 1);
    tenant.passes(Duration.ofDays(13));

    assertThat(tenant.journal()).contains("12d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void a_hold_while_the_notice_waits_moves_the_grace_out_and_not_the_notice() {
    tenant.opens();
    tenant.nextNotice(new MailOutcome.Delivered(Town.START));
    tenant.nextNotice(new MailOutcome.Later(Duration.ofDays(2)));
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));
    tenant.holds(Duration.ofDays(10));
    tenant.passes(Duration.ofDays(50));

    assertThat(tenant.journal())
        .contains(
            "3d DISABLE Done", "5d tells the guest DISABLED: Delivered", "43d SOFT_DELETE Done");
  }

  @Test
  void a_hold_moves_the_date_that_is_shown_and_its_early_end_moves_it_back() {
    Instant start = tenant.now();
    tenant.opens();
    assertThat(tenant.details()).contains("**Next** " + day(start, 14));

    tenant.holds(Duration.ofDays(20));
    assertThat(tenant.details()).contains("**Next** " + day(start, 34));

    tenant.passes(Duration.ofDays(5));
    tenant.releases();
    assertThat(tenant.details()).contains("**Next** " + day(start, 19));
  }

  private static String day(Instant start, int days) {
    return start.plus(Duration.ofDays(days)).toString().substring(0, 10);
  }

  @Test
  void the_receipt_names_the_end_of_the_hold() {
    tenant.opens();
    Instant until = Instant.parse("2026-12-24T08:00:00Z");
    Receipt receipt = tenant.holds(Tenant.ANN.openingId(), until);

    assertThat(receipt)
        .isEqualTo(
            new Receipt(
                "On hold: nothing happens to the guest until that day is over.",
                Stage.ASKED,
                until));
  }
}
