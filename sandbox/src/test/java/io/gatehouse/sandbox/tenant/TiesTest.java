package io.gatehouse.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tenant remembers of an account at the moment in which it was taken away. */
class TiesTest {
  private static final Initiator OURS = new Initiator.App(AppRegistration.values()[0]);

  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(1, clock, new TenantSize(100, 10));

  @ParameterizedTest
  @CsvSource({
    "EXTERNAL_MEMBER, NO_GUEST",
    "ON_PREMISES, ON_PREMISES",
    "RESTRICTED_UNIT, RESTRICTED_UNIT",
    "ROLE_HOLDER, ROLE",
    "ELIGIBLE_ROLE, ELIGIBLE_ROLE",
    "ROLE_ASSIGNABLE_MEMBER, ROLE_ASSIGNABLE_GROUP",
    "SOLE_OWNER, SOLE_OWNER",
    "APPLICATION_OWNER, APPLICATION_OWNER",
    "FOREIGN_MANAGED, SYNCHRONIZED",
    "SYNC_INVITED, SYNCHRONIZED",
    "NULL_DATES, SIGN_INS_UNKNOWN",
    "EMPTY_DATES, SIGN_INS_UNKNOWN",
    "YEAR_ONE, SIGN_INS_UNKNOWN",
    "ALREADY_DISABLED, DISABLED_BY_OTHERS"
  })
  void a_guest_that_must_be_left_alone_shows_why_when_it_is_deleted(NamedGuest guest, Tie tie) {
    assertThat(deleted(tenant.idOf(guest))).contains(tie);
  }

  @ParameterizedTest
  @CsvSource({"PLAINLY_STALE", "NEVER_SIGNED_IN", "PENDING_INVITATION", "CO_OWNER", "MAIL_ONLY"})
  void nothing_speaks_against_an_ordinary_guest_whom_an_application_disabled(NamedGuest guest) {
    String id = tenant.idOf(guest);
    tenant.setAccountEnabled(id, false, OURS, "ours");

    assertThat(last().ties()).isEmpty();
    assertThat(deleted(id)).isEmpty();
  }

  @Test
  void generated_guests_are_known_as_well() {
    var ties =
        tenant.guests().stream()
            .filter(guest -> guest.id().startsWith(generatedPrefix()))
            .map(User::id)
            .flatMap(id -> deleted(id).stream())
            .toList();

    assertThat(ties).contains(Tie.SIGN_INS_UNKNOWN, Tie.DISABLED_BY_OTHERS);
  }

  private String generatedPrefix() {
    return new ObjectIds(1).of("generated guests").substring(0, 24);
  }

  @Test
  void a_role_gained_in_grace_binds_from_then_on_and_is_remembered_after_the_deletion() {
    String id = tenant.idOf(NamedGuest.PLAINLY_STALE);
    tenant.setAccountEnabled(id, false, OURS, "ours");
    clock.pass(Duration.ofDays(1));
    tenant.gainRole(id);

    assertThat(deleted(id)).containsExactly(Tie.ROLE);
    assertThat(tenant.holdsRole(id)).isFalse();
  }

  @Test
  void an_account_that_somebody_enabled_and_disabled_again_is_theirs() {
    String id = tenant.idOf(NamedGuest.PLAINLY_STALE);
    tenant.setAccountEnabled(id, false, OURS, "ours");
    tenant.setAccountEnabled(id, true, Initiator.ADMINISTRATOR, "theirs");
    tenant.setAccountEnabled(id, false, Initiator.ADMINISTRATOR, "theirs");

    assertThat(deleted(id)).containsExactly(Tie.DISABLED_BY_OTHERS);
  }

  private Set<Tie> deleted(String id) {
    assertThat(tenant.delete(id, OURS, "ours")).isTrue();
    return last().ties();
  }

  private AuditEntry last() {
    return tenant.auditLog().getLast();
  }
}
