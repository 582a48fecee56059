package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.Guard;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An operator gives the account back. */
class RestoreTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  private static EffectOutcome backWithout(int missing) {
    return new EffectOutcome.Done(Town.START, "request-9", missing);
  }

  @Test
  void in_grace_the_account_is_enabled_and_the_lifecycle_ends() {
    tenant.removedSince(10);
    Receipt receipt = tenant.restores();

    assertThat(receipt.sentence()).isEqualTo("The account is given back.");
    assertThat(tenant.journal())
        .endsWith("10d ENABLE Done", "10d closes RESTORED: given back on request");
    assertThat(tenant.closing().outcome().standing()).isEqualTo(Standing.STOOD_DOWN);
  }

  @Test
  void in_the_restore_window_the_account_is_restored_and_enabled() {
    tenant.removedSince(40);
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith(
            "40d RESTORE Done", "40d ENABLE Done", "40d closes RESTORED: given back on request");
  }

  @Test
  void what_did_not_come_back_is_counted_in_the_reason() {
    tenant.next(Effect.RESTORE, backWithout(5));
    tenant.next(Effect.ENABLE, backWithout(2));
    tenant.removedSince(40);
    tenant.restores();

    assertThat(tenant.journal())
        .as("counted when all was given back: some comes late")
        .endsWith(
            "40d closes RESTORED: given back on request; 2 memberships, roles or sponsors did not"
                + " come back");
  }

  @Test
  void what_did_not_come_back_is_told_after_a_keep_too() {
    tenant.next(Effect.ENABLE, backWithout(1));
    tenant.removedSince(10);
    tenant.operatorSays(Choice.KEEP);

    assertThat(tenant.journal())
        .endsWith(
            "10d closes KEPT until 2027-06-30: kept; 1 memberships, roles or sponsors did not come"
                + " back");
  }

  @Test
  void a_hold_does_not_keep_an_account_from_being_given_back() {
    tenant.removedSince(10);
    tenant.holds(Duration.ofDays(20));
    tenant.restores();

    assertThat(tenant.journal()).endsWith("10d closes RESTORED: given back on request");
  }

  @Test
  void a_lifecycle_stopped_before_deleting_gives_the_account_back() {
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.GuardRefused(Guard.ROLE_HOLDER));
    tenant.removedSince(50);
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith(
            "33d parks: the guest holds a directory role",
            "50d ENABLE Done",
            "50d closes RESTORED: given back on request");
  }

  @Test
  void while_the_slot_to_delete_is_waited_for_the_account_can_be_given_back() {
    tenant.nextSlotIn(Duration.ZERO);
    tenant.nextSlotIn(Duration.ofDays(9));
    tenant.removedSince(35);
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith("35d ENABLE Done", "35d closes RESTORED: given back on request")
        .noneMatch(line -> line.contains("SOFT_DELETE Done"));
  }

  @Test
  void an_account_that_became_a_members_is_left_disabled_until_a_person_gives_it_back() {
    tenant.removedSince(10);
    tenant.nextLookFinds(Change.BECAME_MEMBER);
    tenant.looksAgain();
    assertThat(tenant.details()).contains("a person has to look");
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith(
            "10d parks: the account we disabled is not a guest any more: restore gives it back",
            "10d ENABLE Done",
            "10d closes RESTORED: given back on request");
  }

  @Test
  void nothing_is_given_back_before_anything_was_taken() {
    tenant.opens();
    String sentence = "Nothing was taken yet: decide keep, or hold.";

    assertThat(tenant.refusalOf(tenant::restores)).isEqualTo(sentence);
    tenant.operatorSays(Choice.REMOVE);
    assertThat(tenant.refusalOf(tenant::restores)).isEqualTo(sentence);
  }

  @Test
  void what_is_being_given_back_is_not_given_back_twice() {
    tenant.next(Effect.ENABLE, new EffectOutcome.Unclear("the directory shows two answers"));
    tenant.removedSince(10);
    tenant.restores();

    assertThat(tenant.refusalOf(tenant::restores))
        .isEqualTo("The account is being given back already.");
    tenant.retries();
    assertThat(tenant.journal()).endsWith("10d closes RESTORED: given back on request");
  }
}
