package io.gatehouse.sandbox.tenant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
  void it_starts_with_every_named_guest_and_employee_and_nothing_done() {
    assertThat(tenant.guests())
        .extracting(User::id)
        .containsExactlyInAnyOrderElementsOf(
            NamedGuest.listed().stream().map(tenant::idOf).toList());
    assertThat(tenant.countGuests()).isEqualTo(53);
    assertThat(tenant.users()).hasSize(54 + 11);
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
  void everybody_invented_lives_under_example_com_and_nobody_but_one_pair_shares_an_address() {
    var addresses = tenant.users().stream().map(User::mail).filter(Objects::nonNull).toList();

    assertThat(addresses).allMatch(mail -> mail.endsWith(".example.com"));
    assertThat(Set.copyOf(addresses)).hasSize(addresses.size() - 1);
    assertThat(tenant.guest(NamedGuest.SELF_SPONSOR).mail()).isEqualTo(Employee.KURT.mail());
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
    tenant.setAccountEnabled(id, false, Initiator.ADMINISTRATOR, "by hand");

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
    tenant.delete(id, Initiator.ADMINISTRATOR, "by hand");
    clock.pass(Duration.ofDays(100));

    assertThat(tenant.bin()).isEmpty();
    assertThat(tenant.auditLog())
        .filteredOn(e -> e.activity().equals(AuditEntry.PURGE))
        .extracting(AuditEntry::at)
        .containsExactly(tenant.start().plus(Duration.ofDays(30)));
  }

  @Test
  void a_failed_sign_in_moves_the_attempt_only() {
    tenant.signIn(tenant.idOf(NamedGuest.NEVER_SIGNED_IN), SignInKind.FAILED, clock.instant());

    assertThat(tenant.guest(NamedGuest.NEVER_SIGNED_IN).signIns())
        .isEqualTo(new SignInActivity("2026-03-02T08:00:00Z", null, null));
  }

  @Test
  void a_deleted_sponsor_and_a_deleted_member_are_left_out_and_come_back_when_restored() {
    String keeper = tenant.idOf(NamedGuest.SPONSOR_KEEPS);
    String anna = tenant.idOf(Employee.ANNA);
    tenant.delete(anna, Initiator.ADMINISTRATOR, "by hand");
    assertThat(tenant.sponsorLinksOf(keeper)).isEmpty();
    assertThat(tenant.managerOf(tenant.idOf(NamedGuest.SPONSOR_GONE))).isEmpty();

    tenant.restore(anna, Initiator.ADMINISTRATOR, "by hand");

    assertThat(tenant.sponsorLinksOf(keeper)).extracting(SponsorLink::id).containsExactly(anna);
  }

  @Test
  void a_restored_user_has_its_groups_and_none_of_its_roles() {
    String holder = tenant.idOf(NamedGuest.ROLE_HOLDER);
    String eligible = tenant.idOf(NamedGuest.ELIGIBLE_ROLE);
    for (String id : List.of(holder, eligible)) {
      tenant.delete(id, Initiator.ADMINISTRATOR, "by hand");
      tenant.restore(id, Initiator.ADMINISTRATOR, "by hand");
    }

    assertThat(tenant.membershipsOf(holder))
        .extracting(Membership::displayName)
        .containsExactly("Partner Portal Users");
    assertThat(tenant.holdsRole(holder)).isFalse();
    assertThat(tenant.eligibilities()).isEmpty();
  }

  @Test
  void who_leaves_the_mail_enabled_groups_stays_in_the_others() {
    String reader = tenant.idOf(NamedGuest.MAIL_ONLY);

    tenant.leaveMailGroups(reader);

    assertThat(tenant.membershipsOf(reader))
        .extracting(Membership::displayName)
        .containsExactly("Partner Portal Users");
  }

  @Test
  void a_restricted_user_is_in_the_unit_and_the_log_says_who_put_it_there() {
    String id = tenant.idOf(NamedGuest.PLAINLY_STALE);

    assertThat(tenant.restrict(id)).isTrue();

    assertThat(tenant.guest(NamedGuest.PLAINLY_STALE).managementRestricted()).isTrue();
    assertThat(tenant.membershipsOf(id))
        .hasAtLeastOneElementOfType(Membership.RestrictedUnit.class);
    assertThat(tenant.auditLog())
        .extracting(AuditEntry::activity, AuditEntry::initiator)
        .containsExactly(tuple(AuditEntry.RESTRICT, Initiator.ADMINISTRATOR));
  }

  @Test
  void nothing_happens_to_somebody_who_does_not_exist() {
    assertThat(tenant.becomeMember("nobody")).isFalse();
    assertThat(tenant.gainRole("nobody")).isFalse();
    assertThat(tenant.restrict("nobody")).isFalse();
    assertThat(tenant.redeem("nobody", clock.instant())).isFalse();
    assertThat(tenant.auditLog()).isEmpty();
  }

  @Test
  void it_was_never_synchronized_with_a_directory_of_its_own() {
    assertThat(tenant.organization()).isEqualTo(new Organization(tenant.id(), "Contoso", null));
  }
}
