package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.rehearsal.Town;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.temporal.FailureType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody else gives the account back: what the guest held is compared as after our own doing. */
class GivenBackByOthersTest {
  private static final String LOST = "; 2 memberships, roles or sponsors did not come back";

  @RegisterExtension final Tenant tenant = new Tenant();

  private void somebody(Change change) {
    tenant.nextLookFinds(change);
    tenant.looksAgain();
  }

  @Test
  void what_is_missing_after_somebody_enabled_the_account_is_counted_in_the_reason() {
    tenant.comparisonMisses(2);
    tenant.removedSince(10);
    somebody(Change.ENABLED_BY_OTHERS);

    assertThat(tenant.journal())
        .endsWith(
            "10d compares after ENABLED_BY_OTHERS: 2 missing",
            "10d closes STOOD_DOWN: somebody else enabled the account" + LOST);
  }

  @Test
  void what_is_missing_after_somebody_restored_the_account_is_counted_in_the_reason() {
    tenant.comparisonMisses(2);
    tenant.removedSince(40);
    somebody(Change.RESTORED_BY_OTHERS);

    assertThat(tenant.journal())
        .endsWith(
            "40d compares after RESTORED_BY_OTHERS: 2 missing",
            "40d closes STOOD_DOWN: somebody else restored the account: enabling it is up to them"
                + LOST);
  }

  @Test
  void an_account_found_enabled_by_the_look_before_the_deletion_is_compared_too() {
    tenant.comparisonMisses(2);
    tenant.next(Effect.SOFT_DELETE, new EffectOutcome.WorldChanged(Change.ENABLED_BY_OTHERS));
    tenant.removedSince(34);

    assertThat(tenant.journal())
        .endsWith(
            "33d SOFT_DELETE WorldChanged",
            "33d compares after ENABLED_BY_OTHERS: 2 missing",
            "33d closes STOOD_DOWN: somebody else enabled the account" + LOST);
  }

  @Test
  void an_account_that_somebody_enabled_before_we_could_is_compared_too() {
    tenant.comparisonMisses(2);
    tenant.next(Effect.RESTORE, new EffectOutcome.WorldChanged(Change.RESTORED_BY_OTHERS));
    tenant.next(Effect.ENABLE, new EffectOutcome.WorldChanged(Change.ENABLED_BY_OTHERS));
    tenant.removedSince(40);
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith(
            "40d RESTORE WorldChanged",
            "40d ENABLE WorldChanged",
            "40d compares after ENABLED_BY_OTHERS: 2 missing",
            "40d closes RESTORED: given back on request" + LOST);
  }

  @Test
  void an_account_that_somebody_restored_and_we_enable_is_compared_by_our_own_proof() {
    tenant.next(Effect.RESTORE, new EffectOutcome.WorldChanged(Change.RESTORED_BY_OTHERS));
    tenant.next(Effect.ENABLE, new EffectOutcome.Done(Town.START, "request-9", 2));
    tenant.removedSince(40);
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith(
            "40d RESTORE WorldChanged",
            "40d ENABLE Done",
            "40d closes RESTORED: given back on request" + LOST);
  }

  @Test
  void a_comparison_that_is_refused_for_good_waits_for_a_person_and_is_tried_again() {
    tenant.removedSince(40);
    tenant.fails("compare", FailureType.FORBIDDEN, "GroupMember.Read.All is not granted");
    somebody(Change.RESTORED_BY_OTHERS);
    assertThat(tenant.details()).contains("GroupMember.Read.All is not granted");
    tenant.nextLookFinds(Change.RESTORED_BY_OTHERS);
    tenant.retries();

    assertThat(tenant.journalFrom("parks"))
        .containsExactly(
            "40d parks: GroupMember.Read.All is not granted",
            "40d looks (disabled true, deleted true): Changed",
            "40d compares after RESTORED_BY_OTHERS: 0 missing",
            "40d closes STOOD_DOWN: somebody else restored the account: enabling it is up to them");
  }

  @Test
  void a_comparison_that_is_refused_while_we_give_back_is_tried_again_with_the_effect() {
    tenant.next(
        Effect.ENABLE,
        new EffectOutcome.WorldChanged(Change.ENABLED_BY_OTHERS),
        new EffectOutcome.WorldChanged(Change.ENABLED_BY_OTHERS));
    tenant.fails("compare", FailureType.FORBIDDEN, "GroupMember.Read.All is not granted");
    tenant.removedSince(10);
    tenant.restores();
    tenant.retries();

    assertThat(tenant.journalFrom("parks"))
        .containsExactly(
            "10d parks: GroupMember.Read.All is not granted",
            "10d ENABLE WorldChanged",
            "10d compares after ENABLED_BY_OTHERS: 0 missing",
            "10d closes RESTORED: given back on request");
  }

  @Test
  void a_restore_asked_for_while_a_restored_account_is_compared_enables_it() {
    tenant.removedSince(40);
    tenant.next(Effect.RESTORE, new EffectOutcome.WorldChanged(Change.RESTORED_BY_OTHERS));
    tenant.during("compare", tenant::restoresNow);
    somebody(Change.RESTORED_BY_OTHERS);

    assertThat(tenant.journal())
        .endsWith(
            "40d compares after RESTORED_BY_OTHERS: 0 missing",
            "40d RESTORE WorldChanged",
            "40d ENABLE Done",
            "40d closes RESTORED: given back on request");
  }

  @Test
  void a_keep_that_came_while_an_enabled_account_is_compared_is_kept() {
    tenant.removedSince(10);
    tenant.next(Effect.ENABLE, new EffectOutcome.WorldChanged(Change.ENABLED_BY_OTHERS));
    tenant.during("compare", tenant::keepsNow);
    somebody(Change.ENABLED_BY_OTHERS);

    assertThat(tenant.closing().outcome()).isEqualTo(Outcome.KEPT);
  }

  @Test
  void an_account_that_we_never_disabled_has_nothing_to_compare() {
    tenant.next(Effect.DISABLE, new EffectOutcome.WorldChanged(Change.DISABLED_BY_OTHERS));
    tenant.removedSince(4);
    tenant.passes(Duration.ofDays(1));

    assertThat(tenant.journal()).noneMatch(line -> line.contains("compares"));
  }
}
