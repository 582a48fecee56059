package io.gatehouse.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.attestation.Choice;
import io.gatehouse.rehearsal.Tenant;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.temporal.FailureType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An effect that was begun and cannot be proved: perhaps the account is taken. */
class UnprovedTest {
  private static final EffectOutcome UNPROVED = new EffectOutcome.Unproved("reading was forbidden");

  @RegisterExtension final Tenant tenant = new Tenant();

  @Test
  void is_performed_again_before_any_look_and_without_another_slot() {
    tenant.next(Effect.DISABLE, UNPROVED);
    tenant.removedSince(10);
    assertThat(tenant.details()).contains("a person has to look", "reading was forbidden");
    tenant.retries();

    assertThat(tenant.journalFrom("reserves"))
        .containsExactly(
            "3d reserves DISABLE",
            "3d DISABLE Unproved",
            "3d parks: reading was forbidden",
            "10d DISABLE Done",
            "10d tells the guest DISABLED: Delivered");
  }

  @Test
  void a_keep_gives_back_what_was_perhaps_disabled() {
    tenant.next(Effect.DISABLE, UNPROVED);
    tenant.removedSince(10);
    tenant.sponsorSays(Choice.KEEP, 1);

    assertThat(tenant.journal())
        .endsWith("10d ENABLE Done", "10d closes KEPT until 2027-06-30: kept");
  }

  @Test
  void a_restore_gives_back_what_was_perhaps_deleted() {
    tenant.next(Effect.SOFT_DELETE, UNPROVED);
    tenant.removedSince(40);
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith(
            "33d parks: reading was forbidden",
            "40d RESTORE Done",
            "40d ENABLE Done",
            "40d closes RESTORED: given back on request");
  }

  @Test
  void an_attempt_that_temporal_gave_up_may_have_got_through_too() {
    tenant.fails("perform DISABLE", FailureType.FORBIDDEN, "reading was forbidden");
    tenant.removedSince(10);
    tenant.restores();

    assertThat(tenant.journal())
        .endsWith("10d ENABLE Done", "10d closes RESTORED: given back on request");
  }

  @Test
  void cancelled_in_temporal_it_leaves_a_failure_that_a_person_has_to_look_at() {
    tenant.next(Effect.DISABLE, UNPROVED);
    tenant.removedSince(10);
    tenant.lifecycle().cancel();
    tenant.settles();

    assertThat(tenant.journal())
        .endsWith(
            "10d closes FAILED: cancelled in Temporal while disabling: the account may be"
                + " disabled");
  }
}
