package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The world changes while a lifecycle waits. */
class WorldChangedTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  @Test
  void a_guest_who_comes_back_while_the_sponsor_is_asked_is_left_alone() {
    tenant.opens();
    tenant.passes(Duration.ofDays(3));
    tenant.nextLookFinds(Change.CAME_BACK);
    tenant.looksAgain();

    assertThat(tenant.journal())
        .containsExactly(
            "0d asks bob, SPONSOR, round 1",
            "3d looks (disabled false, deleted false): Changed",
            "3d closes STOOD_DOWN: the guest signed in");
  }

  @Test
  void a_guest_who_comes_back_while_the_answer_can_be_changed_is_left_alone() {
    tenant.opens();
    tenant.sponsorSays(Choice.REMOVE, 1);
    tenant.passes(Duration.ofDays(1));
    tenant.nextLookFinds(Change.CAME_BACK);
    tenant.looksAgain();

    assertThat(tenant.journal()).endsWith("1d closes STOOD_DOWN: the guest signed in");
  }

  @Test
  void a_guest_whose_sign_in_shows_only_in_grace_is_enabled_again() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));
    tenant.nextLookFinds(Change.CAME_BACK);
    tenant.looksAgain();

    assertThat(tenant.journal())
        .endsWith(
            "4d looks (disabled true, deleted false): Changed",
            "4d ENABLE Done",
            "4d closes STOOD_DOWN: the guest signed in");
  }

  @Test
  void a_sign_in_found_by_the_look_before_the_deletion_enables_the_account_again() {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.WorldChanged(Change.CAME_BACK));
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(34));

    assertThat(tenant.journal())
        .endsWith(
            "33d SOFT_DELETE WorldChanged",
            "33d ENABLE Done",
            "33d closes STOOD_DOWN: the guest signed in");
  }

  @Test
  void a_sign_in_tried_after_the_disable_enables_nothing_and_waits_for_a_person() {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.WorldChanged(Change.TRIED_AFTER_DISABLE));
    tenant.removedSince(34);
    assertThat(tenant.journal())
        .endsWith(
            "33d SOFT_DELETE WorldChanged",
            "33d parks: somebody tried to sign in after the account was disabled: keep or restore"
                + " gives it back");
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith("34d ENABLE Done", "34d closes RESTORED: given back on request");
  }

  @Test
  void a_guest_who_redeems_the_invitation_while_the_sponsor_is_asked_is_left_alone() {
    tenant.opens(Trigger.INVITATION_NOT_REDEEMED);
    tenant.nextLookFinds(Change.REDEEMED);
    tenant.looksAgain();

    assertThat(tenant.journal())
        .endsWith("0d closes STOOD_DOWN: the guest redeemed the invitation");
  }

  @Test
  void a_guest_who_redeemed_the_invitation_just_before_the_disable_gets_the_account_back() {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.WorldChanged(Change.REDEEMED));
    tenant.removedSince(34);

    assertThat(tenant.journal())
        .endsWith("33d ENABLE Done", "33d closes STOOD_DOWN: the guest redeemed the invitation");
  }

  @Test
  void a_sponsor_who_is_on_record_again_ends_the_asking() {
    tenant.opens(Trigger.SPONSOR_MISSING);
    tenant.nextLookFinds(Change.SPONSOR_FOUND);
    tenant.looksAgain();

    assertThat(tenant.journal())
        .endsWith("0d closes STOOD_DOWN: the directory shows a sponsor again");
  }

  @Test
  void an_account_that_became_a_members_before_anything_was_taken_is_left_alone() {
    tenant.next(Effect.DISABLE, new EffectOutcome.WorldChanged(Change.BECAME_MEMBER));
    tenant.removedSince(4);

    assertThat(tenant.journal())
        .endsWith("3d closes STOOD_DOWN: the account is not a guest any more");
  }

  @Test
  void an_account_that_became_a_members_while_disabled_stops_and_stops_again_when_tried_again() {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.WorldChanged(Change.BECAME_MEMBER));
    tenant.removedSince(34);
    tenant.nextLookFinds(Change.BECAME_MEMBER);
    tenant.retries();

    assertThat(tenant.journalFrom("SOFT_DELETE WorldChanged"))
        .containsExactly(
            "33d SOFT_DELETE WorldChanged",
            "33d parks: the account we disabled is not a guest any more: restore gives it back",
            "34d looks (disabled true, deleted false): Changed",
            "34d parks: the account we disabled is not a guest any more: restore gives it back");
  }

  @Test
  void a_guest_deleted_by_others_while_we_wait_is_gone() {
    tenant.opens();
    tenant.nextLookFinds(Change.GONE);
    tenant.looksAgain();

    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.GONE);
  }

  @Test
  void a_guest_disabled_by_others_is_their_decision_now() {
    tenant.next(Effect.DISABLE, new EffectOutcome.WorldChanged(Change.DISABLED_BY_OTHERS));
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal())
        .endsWith("3d closes STOOD_DOWN: somebody else disabled the account");
  }

  @Test
  void a_guest_enabled_by_others_in_grace_stays_enabled() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(10));
    tenant.nextLookFinds(Change.ENABLED_BY_OTHERS);
    tenant.looksAgain();

    assertThat(tenant.journal())
        .endsWith(
            "10d looks (disabled true, deleted false): Changed",
            "10d compares after ENABLED_BY_OTHERS: 0 missing",
            "10d closes STOOD_DOWN: somebody else enabled the account")
        .noneMatch(line -> line.contains("ENABLE Done"));
  }

  @Test
  void a_guest_restored_by_others_stays_restored() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(40));
    tenant.nextLookFinds(Change.RESTORED_BY_OTHERS);
    tenant.looksAgain();

    assertThat(tenant.journal())
        .endsWith(
            "40d looks (disabled true, deleted true): Changed",
            "40d compares after RESTORED_BY_OTHERS: 0 missing",
            "40d closes STOOD_DOWN: somebody else restored the account: enabling it is up to them");
  }

  @Test
  void a_look_that_finds_nothing_new_changes_no_deadline() {
    tenant.opens();
    tenant.passes(Duration.ofDays(13));
    tenant.looksAgain();
    tenant.passes(Duration.ofDays(2));

    assertThat(tenant.journal()).endsWith("14d asks mia, MANAGER, round 2");
  }

  @Test
  void a_look_that_fails_for_good_parks_and_retry_goes_back_to_waiting_for_the_answer() {
    tenant.opens();
    tenant.fails("look", FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    tenant.looksAgain();
    assertThat(tenant.details()).contains("AuditLog.Read.All is not granted");
    tenant.retries();

    assertThat(tenant.details())
        .contains("waiting for an answer", "answer of the sponsor, round 1");
    tenant.passes(Duration.ofDays(15));
    assertThat(tenant.journal()).endsWith("14d asks mia, MANAGER, round 2");
  }

  @Test
  void a_look_that_fails_for_good_in_grace_parks_and_retry_goes_back_to_the_grace() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(10));
    tenant.fails("look", FailureType.FORBIDDEN, "AuditLog.Read.All is not granted");
    tenant.looksAgain();
    tenant.retries();

    assertThat(tenant.details()).contains("disabled, in grace", "the end of the grace");
  }

  @Test
  void cancelling_in_temporal_records_how_the_lifecycle_ended() {
    tenant.opens();
    tenant.lifecycle().cancel();
    tenant.settles();

    assertThat(tenant.journal())
        .endsWith("0d closes STOOD_DOWN: cancelled by an administrator in Temporal");
  }

  @Test
  void cancelling_in_temporal_after_the_disable_leaves_a_failure_that_a_person_has_to_look_at() {
    tenant.opens();
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(10));
    tenant.lifecycle().cancel();
    tenant.settles();

    assertThat(tenant.journal())
        .endsWith("10d closes FAILED: cancelled in Temporal, the account is left disabled");
  }

  @Test
  void cancelling_while_an_activity_runs_records_how_the_lifecycle_ended() {
    for (int attempt = 0; attempt < 10; attempt++) {
      tenant.fails("ask", FailureType.TRANSIENT, "the store does not answer");
    }
    tenant.opens();
    tenant.lifecycle().cancel();
    tenant.settles();

    assertThat(tenant.journal())
        .endsWith("0d closes STOOD_DOWN: cancelled by an administrator in Temporal");
  }
}
