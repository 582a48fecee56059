package io.gatehouse.sandbox.tenant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantTest {
  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock);

  @Test
  void the_same_seed_and_start_give_the_same_tenant() {
    var again = new Tenant(7, clock);

    assertThat(again.users()).isEqualTo(tenant.users());
    assertThat(again.id()).isEqualTo(tenant.id());
    assertThat(again.roleAssignments()).isEqualTo(tenant.roleAssignments());
  }

  @Test
  void another_seed_gives_other_object_ids() {
    assertThat(new Tenant(8, clock).users())
        .extracting(User::id)
        .doesNotContainAnyElementsOf(tenant.users().stream().map(User::id).toList());
  }

  @Test
  void it_starts_with_every_named_guest_and_seven_employees_and_nothing_done() {
    assertThat(tenant.guests())
        .extracting(User::mail)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(NamedGuest.values()).map(NamedGuest::mail).toList());
    assertThat(tenant.users()).hasSize(22 + 7);
    assertThat(tenant.auditLog()).isEmpty();
    assertThat(tenant.bin()).isEmpty();
  }

  @Test
  void only_the_guest_somebody_else_disabled_and_the_one_who_left_are_disabled() {
    assertThat(tenant.users())
        .filteredOn(u -> !u.accountEnabled())
        .containsExactlyInAnyOrder(
            tenant.guest(NamedGuest.ALREADY_DISABLED), tenant.employee(Employee.FRANK));
  }

  @Test
  void everybody_invented_lives_under_example_com() {
    assertThat(tenant.users())
        .extracting(User::mail)
        .doesNotHaveDuplicates()
        .allMatch(mail -> mail != null && mail.endsWith(".example.com"));
  }

  @Test
  void guests_have_names_in_the_external_form() {
    assertThat(tenant.guest(NamedGuest.PLAINLY_STALE).userPrincipalName())
        .isEqualTo("maria.silva_fabrikam.example.com#EXT#@contoso.example.com");
  }

  @Test
  void an_attempt_to_sign_in_while_blocked_moves_the_attempt_and_not_the_success() {
    String id = tenant.idOf(NamedGuest.PLAINLY_STALE);
    var before = requireNonNull(tenant.guest(NamedGuest.PLAINLY_STALE).signIns());
    tenant.setAccountEnabled(id, false, Story.ADMINISTRATOR, "by hand");

    tenant.signIn(id, SignInKind.INTERACTIVE, clock.instant());
    tenant.signIn(id, SignInKind.NON_INTERACTIVE, clock.instant());

    assertThat(tenant.guest(NamedGuest.PLAINLY_STALE).signIns())
        .isEqualTo(
            new SignInActivity(
                "2026-03-02T08:00:00Z", before.nonInteractive(), before.successful()));
  }

  @Test
  void the_first_sign_in_of_a_guest_who_never_did_sets_its_own_dates_only() {
    tenant.signIn(tenant.idOf(NamedGuest.NEVER_SIGNED_IN), SignInKind.INTERACTIVE, clock.instant());

    assertThat(tenant.guest(NamedGuest.NEVER_SIGNED_IN).signIns())
        .isEqualTo(new SignInActivity("2026-03-02T08:00:00Z", null, "2026-03-02T08:00:00Z"));
  }

  @Test
  void a_purge_is_written_once_at_the_moment_the_thirty_days_ended() {
    String id = tenant.idOf(NamedGuest.EXCLUDED);
    tenant.delete(id, Story.ADMINISTRATOR, "by hand");
    clock.pass(Duration.ofDays(100));

    assertThat(tenant.bin()).isEmpty();
    assertThat(tenant.auditLog())
        .filteredOn(e -> e.activity().equals(AuditEntry.PURGE))
        .extracting(AuditEntry::at)
        .containsExactly(tenant.start().plus(Duration.ofDays(30)));
  }
}
