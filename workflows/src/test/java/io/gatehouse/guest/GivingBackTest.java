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

/** Keep after the account was disabled or deleted. */
class GivingBackTest {
  @RegisterExtension final Tenant tenant = new Tenant();

  @Test
  void keep_in_grace_enables_the_account_again() {
    tenant.removedSince(10);
    tenant.operatorSays(Choice.KEEP);

    assertThat(tenant.journal())
        .endsWith("10d ENABLE Done", "10d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void keep_in_the_restore_window_restores_and_enables() {
    tenant.removedSince(40);
    tenant.operatorSays(Choice.KEEP);

    assertThat(tenant.journal())
        .endsWith("40d RESTORE Done", "40d ENABLE Done", "40d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void a_sponsors_keep_that_meets_the_disabling_gives_the_account_back() {
    tenant.opens();
    tenant.during("perform DISABLE", () -> tenant.clicks(Choice.KEEP, 1));
    tenant.operatorSays(Choice.REMOVE);
    tenant.passes(Duration.ofDays(4));

    assertThat(tenant.journal())
        .endsWith("3d DISABLE Done", "3d ENABLE Done", "3d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void an_account_somebody_else_enabled_needs_nothing_more() {
    tenant.next(Effect.ENABLE, new EffectOutcome.WorldChanged(Change.ENABLED_BY_OTHERS));
    tenant.removedSince(10);
    tenant.operatorSays(Choice.KEEP);

    assertThat(tenant.journal()).endsWith("10d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void an_account_that_is_gone_cannot_be_given_back() {
    tenant.next(Effect.RESTORE, new EffectOutcome.WorldChanged(Change.GONE));
    tenant.removedSince(40);
    tenant.operatorSays(Choice.KEEP);

    assertThat(tenant.journal())
        .endsWith("40d RESTORE WorldChanged", "40d closes GONE: somebody else deleted the account")
        .noneMatch(line -> line.contains("ENABLE"));
  }

  @Test
  void giving_back_that_is_unclear_is_parked_and_retry_tries_again() {
    tenant.next(Effect.ENABLE, new EffectOutcome.Unclear("the directory shows two answers"));
    tenant.removedSince(10);
    tenant.operatorSays(Choice.KEEP);
    tenant.passes(Duration.ofDays(1));
    tenant.retries();

    assertThat(tenant.journal())
        .endsWith(
            "10d ENABLE Unclear",
            "10d parks: the directory shows two answers",
            "11d ENABLE Done",
            "11d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void giving_back_that_is_refused_for_good_is_parked_and_retry_tries_again() {
    tenant.fails("perform RESTORE", FailureType.FORBIDDEN, "User.DeleteRestore.All is not granted");
    tenant.removedSince(40);
    tenant.operatorSays(Choice.KEEP);
    tenant.passes(Duration.ofDays(1));
    tenant.retries();

    assertThat(tenant.journal())
        .endsWith(
            "40d parks: User.DeleteRestore.All is not granted",
            "41d RESTORE Done",
            "41d ENABLE Done",
            "41d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void while_it_is_given_back_no_other_answer_and_no_hold_counts() {
    tenant.next(Effect.ENABLE, new EffectOutcome.Unclear("the directory shows two answers"));
    tenant.removedSince(10);
    tenant.operatorSays(Choice.KEEP);

    assertThat(tenant.refusalOf(() -> tenant.operatorSays(Choice.REMOVE)))
        .isEqualTo("The account is being given back already.");
    assertThat(tenant.refusalOf(() -> tenant.holds(Duration.ofDays(1))))
        .isEqualTo("The account is being given back already.");
    tenant.looksAgain();
    assertThat(tenant.journal()).endsWith("10d closes KEPT until 2027-06-30: kept");
  }
}
