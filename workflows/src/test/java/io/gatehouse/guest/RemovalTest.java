package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A removal that nothing stops: its slots, its dates and the mails to the guest. */
class RemovalTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  private void removalWasAsked() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
  }

  @Test
  void a_sponsors_remove_leads_through_notice_grace_and_restore_window_to_removed() {
    tenant.opens();
    tenant.passes(Duration.ofDays(5));
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(70));

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "7d tells the guest BEFORE_DISABLE: Delivered",
            "10d reserves DISABLE",
            "10d DISABLE Done",
            "10d tells the guest DISABLED: Delivered",
            "40d reserves SOFT_DELETE",
            "40d SOFT_DELETE Done",
            "68d closes REMOVED: removed: disabled, then deleted softly");
    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.REMOVED);
  }

  @Test
  void grace_and_restore_window_begin_when_the_effect_was_proved() {
    tenant.next(
        Effect.DISABLE, new EffectOutcome.Done(Town.START.plus(Duration.ofDays(5)), "r1", 0));
    tenant.next(
        Effect.SOFT_DELETE, new EffectOutcome.Done(Town.START.plus(Duration.ofDays(41)), "r2", 0));
    removalWasAsked();
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal())
        .contains("3d DISABLE Done", "35d SOFT_DELETE Done")
        .endsWith("69d closes REMOVED: removed: disabled, then deleted softly");
  }

  @Test
  void dates_finer_than_the_clock_of_temporal_do_not_make_it_spin() {
    tenant.next(
        Effect.DISABLE,
        new EffectOutcome.Done(
            Town.START.plus(Duration.ofDays(3)).plusNanos(1_234_567_891), "r1", 0));
    removalWasAsked();
    tenant.passes(Duration.ofDays(34));

    assertThat(tenant.journal()).contains("33d SOFT_DELETE Done");
    assertThat(
            tenant.town().history("guest/contoso/ann-id").getEvents().stream()
                .filter(e -> e.hasTimerStartedEventAttributes()))
        .as("answer, notice, grace, restore window, and at most one more each")
        .hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void an_effect_waits_for_its_slot() {
    tenant.nextSlotIn(Duration.ofDays(6));
    removalWasAsked();
    tenant.passes(Duration.ofDays(4));
    assertThat(tenant.details()).contains("waiting for a slot under the caps", "a slot to disable");
    tenant.passes(Duration.ofDays(6));

    assertThat(tenant.journal()).containsSubsequence("3d reserves DISABLE", "9d DISABLE Done");
  }

  @Test
  void a_missed_slot_is_reserved_anew() {
    tenant.nextSlotIn(Duration.ofHours(-2));
    removalWasAsked();
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journalFrom("reserves"))
        .containsExactly(
            "3d reserves DISABLE",
            "3d reserves DISABLE",
            "3d DISABLE Done",
            "3d tells the guest DISABLED: Delivered");
  }

  @Test
  void a_slot_missed_while_the_effect_was_tried_is_reserved_anew() {
    tenant.next(Effect.DISABLE, new EffectOutcome.SlotMissed());
    removalWasAsked();
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journalFrom("reserves"))
        .containsExactly(
            "3d reserves DISABLE",
            "3d DISABLE SlotMissed",
            "3d reserves DISABLE",
            "3d DISABLE Done",
            "3d tells the guest DISABLED: Delivered");
  }

  @Test
  void a_mail_outage_after_the_disable_neither_eats_the_grace_nor_hinders_giving_back() {
    tenant.opens();
    tenant.during("perform DISABLE", () -> mailIsOut(500));
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));
    assertThat(tenant.details()).contains("disabled, in grace", "the end of the grace");
    tenant.passes(Duration.ofDays(30));

    assertThat(tenant.journal()).contains("33d SOFT_DELETE Done");
  }

  private void mailIsOut(int attempts) {
    for (int i = 0; i < attempts; i++) {
      tenant.fails("tellGuest", FailureType.TRANSIENT, "the mail server does not answer");
    }
  }

  @Test
  void while_the_mail_is_out_the_account_is_given_back_at_once() {
    tenant.opens();
    tenant.during("perform DISABLE", () -> mailIsOut(500));
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(3).plusHours(2));
    tenant.restores();

    assertThat(tenant.journal()).contains("3d 02:00 closes RESTORED: given back on request");
  }

  @Test
  void a_guest_who_was_not_told_is_told_and_gets_the_whole_notice() {
    tenant.next(Effect.DISABLE, new EffectOutcome.NotTold());
    removalWasAsked();
    tenant.passes(Duration.ofDays(8));

    assertThat(tenant.journalFrom("reserves"))
        .containsExactly(
            "3d reserves DISABLE",
            "3d DISABLE NotTold",
            "3d tells the guest BEFORE_DISABLE: Delivered",
            "6d reserves DISABLE",
            "6d DISABLE Done",
            "6d tells the guest DISABLED: Delivered");
  }

  @Test
  void a_guest_who_cannot_be_reached_is_removed_all_the_same() {
    tenant.nextNotice(new MailOutcome.Undeliverable());
    removalWasAsked();
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal())
        .contains("0d tells the guest BEFORE_DISABLE: Undeliverable", "3d DISABLE Done");
  }

  @Test
  void a_notice_that_has_to_wait_moves_everything_behind_it() {
    tenant.nextNotice(new MailOutcome.Later(Duration.ofDays(1)));
    tenant.nextNotice(new MailOutcome.Later(Duration.ofDays(1)));
    removalWasAsked();
    tenant.passes(Duration.ofDays(6));

    assertThat(tenant.journal())
        .contains("2d tells the guest BEFORE_DISABLE: Delivered", "5d DISABLE Done");
  }
}
