package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.Guard;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stops a removal: gate, mode, guards, an answer on its way, and what needs a person. */
class StoppedRemovalTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  private void removalWasAsked() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
  }

  @Test
  void a_closed_gate_is_waited_for_and_the_effect_follows_when_it_opens() {
    tenant.next(Effect.DISABLE, new EffectOutcome.GateClosed("closed by the breaker"));
    removalWasAsked();
    tenant.passes(Duration.ofDays(20));
    assertThat(tenant.details()).contains("the gate: closed by the breaker");
    tenant.looksAgain();

    assertThat(tenant.journalFrom("reserves"))
        .containsExactly(
            "3d reserves DISABLE",
            "3d DISABLE GateClosed",
            "3d waits for the gate: closed by the breaker",
            "20d looks (disabled false, deleted false): Unchanged",
            "20d reserves DISABLE",
            "20d DISABLE Done",
            "20d tells the guest DISABLED: Delivered");
  }

  @Test
  void a_recorded_answer_that_is_on_its_way_is_waited_for() {
    tenant.next(Effect.DISABLE, new EffectOutcome.AnswerPending());
    removalWasAsked();
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journalFrom("reserves"))
        .containsExactly(
            "3d reserves DISABLE",
            "3d DISABLE AnswerPending",
            "3d 00:10 reserves DISABLE",
            "3d 00:10 DISABLE Done",
            "3d 00:10 tells the guest DISABLED: Delivered");
  }

  @Test
  void an_answer_that_does_not_arrive_within_a_day_needs_a_person() {
    for (int i = 0; i < 145; i++) {
      tenant.next(Effect.DISABLE, new EffectOutcome.AnswerPending());
    }
    removalWasAsked();
    tenant.passes(Duration.ofDays(5));
    assertThat(tenant.journal())
        .endsWith(
            "4d DISABLE AnswerPending",
            "4d parks: an answer or a hold was recorded a day ago and has not reached this"
                + " lifecycle: give it again");
    tenant.retries();

    assertThat(tenant.journal()).contains("5d DISABLE Done");
  }

  @Test
  void in_notify_mode_the_lifecycle_closes_as_would_remove() {
    tenant.next(Effect.DISABLE, new EffectOutcome.NotEnforced());
    removalWasAsked();
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal())
        .endsWith(
            "3d DISABLE NotEnforced",
            "3d closes WOULD_REMOVE: the mode is notify: enforce would have removed");
  }

  @Test
  void a_mode_tightened_in_grace_is_waited_for_like_the_gate() {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.NotEnforced());
    removalWasAsked();
    tenant.passes(Duration.ofDays(50));
    tenant.looksAgain();

    assertThat(tenant.journal())
        .containsSubsequence(
            "33d SOFT_DELETE NotEnforced",
            "33d waits for the gate: the mode is notify",
            "50d SOFT_DELETE Done");
  }

  @Test
  void a_guard_before_disabling_makes_the_guest_exempt() {
    tenant.next(Effect.DISABLE, new EffectOutcome.GuardRefused(Guard.ROLE_HOLDER));
    removalWasAsked();
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal()).endsWith("3d closes EXEMPT: the guest holds a directory role");
  }

  @Test
  void a_guard_before_deleting_waits_for_a_person_because_the_account_is_disabled() {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.GuardRefused(Guard.ROLE_HOLDER));
    removalWasAsked();
    tenant.passes(Duration.ofDays(90));

    assertThat(tenant.journal()).endsWith("33d parks: the guest holds a directory role");
  }

  @Test
  void what_is_unclear_is_parked_and_retry_tries_again() {
    tenant.next(Effect.DISABLE, new EffectOutcome.Unclear("a sign-in date cannot be read"));
    removalWasAsked();
    tenant.passes(Duration.ofDays(10));
    assertThat(tenant.details()).contains("a person has to look", "a sign-in date cannot be read");
    tenant.retries();

    assertThat(tenant.journal())
        .containsSubsequence(
            "3d parks: a sign-in date cannot be read", "10d reserves DISABLE", "10d DISABLE Done");
  }

  @Test
  void a_permanent_failure_parks_and_retry_tries_again() {
    tenant.fails("perform DISABLE", FailureType.FORBIDDEN, "User.ReadWrite.All is not granted");
    removalWasAsked();
    tenant.passes(Duration.ofDays(10));
    tenant.retries();

    assertThat(tenant.journal())
        .containsSubsequence("3d parks: User.ReadWrite.All is not granted", "10d DISABLE Done");
  }

  @Test
  void a_mail_server_that_refuses_for_good_parks_before_anything_happens_to_the_guest() {
    tenant.fails("tellGuest", FailureType.NOT_CONFIGURED, "no sender address is configured");
    removalWasAsked();
    tenant.passes(Duration.ofDays(10));
    tenant.retries();
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal())
        .containsSubsequence(
            "0d parks: no sender address is configured",
            "10d tells the guest BEFORE_DISABLE: Delivered",
            "13d DISABLE Done");
  }
}
