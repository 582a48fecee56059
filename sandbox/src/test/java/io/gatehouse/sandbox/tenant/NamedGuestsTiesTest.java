package io.gatehouse.sandbox.tenant;

import static io.gatehouse.sandbox.tenant.Employee.ANNA;
import static io.gatehouse.sandbox.tenant.Employee.BORIS;
import static io.gatehouse.sandbox.tenant.Employee.CHIARA;
import static io.gatehouse.sandbox.tenant.Employee.FRANK;
import static io.gatehouse.sandbox.tenant.Employee.IVAN;
import static io.gatehouse.sandbox.tenant.Employee.JUDITH;
import static io.gatehouse.sandbox.tenant.Employee.KURT;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.MovableClock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** To whom and what each awkward guest is tied: sponsors, manager, groups, roles, what it owns. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamedGuestsTiesTest {
  private final Tenant tenant = new Tenant(7, new MovableClock());

  private User guest(NamedGuest guest) {
    return tenant.guest(guest);
  }

  private List<String> sponsors(NamedGuest guest) {
    return tenant.sponsorLinksOf(tenant.idOf(guest)).stream().map(SponsorLink::id).toList();
  }

  private List<String> ids(Employee... employees) {
    return Stream.of(employees).map(tenant::idOf).toList();
  }

  private List<String> groups(NamedGuest guest) {
    return tenant.membershipsOf(tenant.idOf(guest)).stream().map(Membership::displayName).toList();
  }

  @Test
  void inviter_known_has_neither_sponsor_nor_manager() {
    assertThat(sponsors(NamedGuest.INVITER_KNOWN)).isEmpty();
    assertThat(tenant.managerOf(tenant.idOf(NamedGuest.INVITER_KNOWN))).isEmpty();
  }

  @Test
  void a_deleted_sponsor_is_no_link_any_more_and_the_manager_is_anna() {
    assertThat(sponsors(NamedGuest.SPONSOR_DELETED)).isEmpty();
    assertThat(tenant.managerOf(tenant.idOf(NamedGuest.SPONSOR_DELETED)))
        .contains(tenant.employee(ANNA));
  }

  @Test
  void a_guest_may_be_the_sponsor_of_a_guest() {
    assertThat(tenant.sponsorLinksOf(tenant.idOf(NamedGuest.SPONSOR_IS_GUEST)))
        .containsExactly(new SponsorLink.Person(guest(NamedGuest.ACTIVE_INTERACTIVE)));
  }

  @Test
  void a_sponsor_without_mailbox_is_enabled_and_has_no_address() {
    assertThat(sponsors(NamedGuest.SPONSOR_WITHOUT_MAILBOX)).isEqualTo(ids(IVAN));
    assertThat(tenant.employee(IVAN).mail()).isNull();
    assertThat(tenant.employee(IVAN).accountEnabled()).isTrue();
  }

  @Test
  void a_group_sponsor_has_one_without_mailbox_a_guest_and_boris_as_members() {
    assertThat(tenant.sponsorLinksOf(tenant.idOf(NamedGuest.GROUP_SPONSOR)))
        .singleElement()
        .isInstanceOfSatisfying(
            SponsorLink.Team.class,
            team ->
                assertThat(team.group().members())
                    .containsExactlyInAnyOrder(
                        tenant.idOf(IVAN),
                        tenant.idOf(NamedGuest.ACTIVE_NON_INTERACTIVE),
                        tenant.idOf(BORIS)));
  }

  @Test
  void five_sponsors_are_the_most_entra_allows() {
    assertThat(sponsors(NamedGuest.FIVE_SPONSORS))
        .isEqualTo(ids(FRANK, IVAN, CHIARA, JUDITH, ANNA));
  }

  @Test
  void an_eligible_role_is_no_assignment() {
    String id = tenant.idOf(NamedGuest.ELIGIBLE_ROLE);

    assertThat(tenant.eligibilities()).extracting(RoleAssignment::principalId).containsExactly(id);
    assertThat(tenant.holdsRole(id)).isFalse();
  }

  @Test
  void the_restricted_guest_is_in_a_restricted_unit() {
    assertThat(guest(NamedGuest.RESTRICTED_UNIT).managementRestricted()).isTrue();
    assertThat(tenant.membershipsOf(tenant.idOf(NamedGuest.RESTRICTED_UNIT)))
        .hasAtLeastOneElementOfType(Membership.RestrictedUnit.class);
  }

  @Test
  void owners_own_what_their_names_say() {
    assertThat(tenant.ownedBy(tenant.idOf(NamedGuest.APPLICATION_OWNER)))
        .singleElement()
        .satisfies(owned -> {
          assertThat(owned.kind()).isEqualTo(OwnedObject.Kind.APPLICATION);
          assertThat(tenant.application(owned.id())).contains(owned);
          assertThat(tenant.ownersOf(owned.id()))
              .containsExactly(tenant.idOf(NamedGuest.APPLICATION_OWNER));
        });
    assertThat(owners(NamedGuest.SOLE_OWNER)).containsExactly(tenant.idOf(NamedGuest.SOLE_OWNER));
    assertThat(owners(NamedGuest.CO_OWNER))
        .containsExactlyInAnyOrder(tenant.idOf(NamedGuest.CO_OWNER), tenant.idOf(ANNA));
    assertThat(sponsors(NamedGuest.CO_OWNER)).isEqualTo(ids(BORIS));
  }

  /** The owners of the one group a guest owns. */
  private List<String> owners(NamedGuest guest) {
    var owned = tenant.ownedBy(tenant.idOf(guest));
    assertThat(owned).extracting(OwnedObject::kind).containsExactly(OwnedObject.Kind.GROUP);
    return tenant.group(owned.getFirst().id()).orElseThrow().owners();
  }

  @Test
  void mail_only_is_the_one_named_guest_in_a_mail_enabled_group() {
    assertThat(Stream.of(NamedGuest.values()))
        .filteredOn(
            guest -> tenant.membershipsOf(tenant.idOf(guest)).stream().anyMatch(this::mails))
        .containsExactly(NamedGuest.MAIL_ONLY);
    assertThat(sponsors(NamedGuest.MAIL_ONLY)).isEqualTo(ids(CHIARA));
    assertThat(tenant.managerOf(tenant.idOf(NamedGuest.MAIL_ONLY)))
        .contains(tenant.employee(BORIS));
  }

  private boolean mails(Membership membership) {
    return membership instanceof Membership.Group group && group.mail() != null;
  }

  @Test
  void the_role_assignable_member_is_in_a_group_to_which_roles_can_be_given() {
    assertThat(tenant.membershipsOf(tenant.idOf(NamedGuest.ROLE_ASSIGNABLE_MEMBER)))
        .filteredOn(m -> m instanceof Membership.Group group && group.roleAssignable())
        .hasSize(1);
  }

  @Test
  void the_foreign_managed_guest_is_told_by_its_group() {
    assertThat(groups(NamedGuest.FOREIGN_MANAGED))
        .containsExactly("Partner Portal Users", "Synchronized from Fabrikam");
  }

  @Test
  void the_self_sponsor_has_the_address_of_its_sponsor_and_anna_as_manager() {
    assertThat(sponsors(NamedGuest.SELF_SPONSOR)).isEqualTo(ids(KURT));
    assertThat(guest(NamedGuest.SELF_SPONSOR).mail()).isEqualTo(tenant.employee(KURT).mail());
    assertThat(tenant.managerOf(tenant.idOf(NamedGuest.SELF_SPONSOR)))
        .contains(tenant.employee(ANNA));
  }

  @Test
  void exclusions_have_sponsors_who_can_speak_for_them() {
    assertThat(sponsors(NamedGuest.EXCLUSION_ATTESTED)).isEqualTo(ids(ANNA));
    assertThat(sponsors(NamedGuest.EXCLUSION_LAPSES)).isEqualTo(ids(BORIS));
  }
}
