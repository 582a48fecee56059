package io.gatehouse.demo.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.people.AnsweredMail;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.TenantSize;
import io.gatehouse.sandbox.tenant.User;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The check finds what it is there to find. */
class UntouchedTest {
  private static final Initiator OURS = new Initiator.App(AppRegistration.values()[0]);

  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(1, clock, new TenantSize(100, 10));
  private final String stale = tenant.idOf(NamedGuest.PLAINLY_STALE);

  private Untouched untouched() {
    return new Untouched(tenant, tenant.auditLog());
  }

  @Test
  void an_ordinary_guest_may_be_taken() {
    tenant.setAccountEnabled(stale, false, OURS, "ours");
    tenant.delete(stale, OURS, "ours");

    assertThat(untouched().guarded().holds()).isTrue();
  }

  @Test
  void a_role_holder_who_was_deleted_is_found_although_the_roles_went_too() {
    tenant.setAccountEnabled(stale, false, OURS, "ours");
    tenant.gainRole(stale);
    tenant.delete(stale, OURS, "ours");

    assertThat(untouched().guarded().broken())
        .containsExactly("Delete user of %s in spite of [ROLE]".formatted(stale));
  }

  @Test
  void a_generated_guest_whom_nobody_disabled_before_is_found() {
    User somebody =
        tenant.guests().stream()
            .filter(guest ->
                List.of(NamedGuest.values()).stream()
                    .noneMatch(named -> tenant.idOf(named).equals(guest.id())))
            .filter(guest -> !guest.accountEnabled())
            .findFirst()
            .orElseThrow();
    tenant.delete(somebody.id(), OURS, "ours");

    assertThat(untouched().guarded().broken()).hasSize(1);
  }

  @Test
  void a_guest_who_was_kept_and_disabled_afterwards_is_found() {
    AnsweredMail keep = answer("keep");
    clock.pass(Duration.ofDays(1));
    tenant.setAccountEnabled(stale, false, OURS, "ours");

    assertThat(untouched().kept(List.of(keep)).broken()).hasSize(1);
    assertThat(untouched().kept(List.of(answer("remove"), keep)).holds()).isFalse();
    assertThat(untouched().kept(List.of(keep, answer("remove"))).holds()).isTrue();
  }

  @Test
  void a_guest_who_was_kept_and_is_purged_is_found() {
    AnsweredMail keep = answer("keep");
    tenant.delete(stale, OURS, "ours");
    clock.pass(Duration.ofDays(31));

    assertThat(untouched().kept(List.of(keep)).broken()).hasSize(1);
  }

  private AnsweredMail answer(String choice) {
    return new AnsweredMail(
        "boris@contoso.example.com",
        NamedGuest.PLAINLY_STALE.mail(),
        choice,
        clock.instant(),
        200,
        true);
  }
}
