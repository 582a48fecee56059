package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.LicenceMissing;
import io.gatehouse.graph.TryTenant;
import io.gatehouse.graph.read.OwnedRef.Kind;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What guests are tied to, as the sandbox shows it: sponsors, groups, roles, objects, inviters. */
class TiesInTheSandboxTest {

  private final TryTenant tenant = new TryTenant();
  private final DirectoryReader reader = tenant.reader();

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Test
  void the_sponsor_list_says_of_every_guest_what_the_guest_says() {
    var listed = sponsorList();

    assertThat(listed)
        .extracting(GuestSponsors::guestId)
        .containsExactlyInAnyOrderElementsOf(
            tenant.tenant().guests().stream().map(User::id).toList());
    assertThat(listed)
        .allSatisfy(guest ->
            assertThat(guest.sponsors())
                .extracting(sponsor -> new SponsorRef(sponsor.id(), sponsor.kind()))
                .containsExactlyInAnyOrderElementsOf(reader.sponsors(guest.guestId())));
  }

  @Test
  void the_sponsor_list_shows_who_left_and_who_cannot_be_mailed() {
    assertThat(sponsorsOf(NamedGuest.SPONSOR_GONE))
        .singleElement()
        .returns(false, ListedSponsor::accountEnabled)
        .returns(true, ListedSponsor::detailed);
    assertThat(sponsorsOf(NamedGuest.SPONSOR_WITHOUT_MAILBOX))
        .singleElement()
        .returns(null, ListedSponsor::mail)
        .returns(true, ListedSponsor::detailed);
    assertThat(sponsorsOf(NamedGuest.SPONSOR_IS_GUEST))
        .singleElement()
        .returns("Guest", ListedSponsor::userType);
    assertThat(sponsorsOf(NamedGuest.SPONSOR_DELETED)).isEmpty();
    assertThat(sponsorsOf(NamedGuest.FIVE_SPONSORS)).hasSize(5);
  }

  @Test
  void a_sponsoring_group_leads_to_its_people() {
    var group = sponsorsOf(NamedGuest.GROUP_SPONSOR).getFirst();

    var people = reader.groupPeople(group.id(), _ -> true, 10);

    assertThat(group.kind()).isEqualTo(SponsorRef.Kind.GROUP);
    assertThat(people)
        .extracting(Person::id)
        .containsExactlyInAnyOrder(
            tenant.tenant().idOf(Employee.IVAN),
            tenant.tenant().idOf(Employee.BORIS),
            tenant.idOf(NamedGuest.ACTIVE_NON_INTERACTIVE));
    assertThat(reader.groupPeople(group.id(), _ -> true, 2)).isEqualTo(people.subList(0, 2));
  }

  @Test
  void without_the_group_permission_groups_are_unreadable_and_not_harmless() {
    tenant.server().turnOn(Quirk.GROUPS_UNREADABLE);
    var guest = tenant.idOf(NamedGuest.ROLE_ASSIGNABLE_MEMBER);

    var memberships = reader.memberships(guest);

    assertThat(memberships.groups()).isNotEmpty().allMatch(group -> group.roleAssignable() == null);
    assertThat(memberships.readable()).isFalse();
    assertThat(sponsorsOf(NamedGuest.GROUP_SPONSOR))
        .singleElement()
        .returns(false, ListedSponsor::detailed);
    var group = memberships.groups().getFirst().id();
    var refused = catchThrowableOfType(GraphException.class, () -> reader.groupOwners(group));
    assertThat(refused.failure()).isEqualTo(new Forbidden("Authorization_RequestDenied"));
  }

  @Test
  void groups_that_matter_to_a_guard_are_told_apart() {
    assertThat(groupsOf(NamedGuest.MAIL_ONLY))
        .anyMatch(group -> Boolean.TRUE.equals(group.mailEnabled()));
    assertThat(groupsOf(NamedGuest.ROLE_ASSIGNABLE_MEMBER))
        .anyMatch(group -> Boolean.TRUE.equals(group.roleAssignable()));
    assertThat(groupsOf(NamedGuest.PLAINLY_STALE))
        .isNotEmpty()
        .allMatch(GroupRef::readable)
        .noneMatch(group ->
            Boolean.TRUE.equals(group.mailEnabled())
                || Boolean.TRUE.equals(group.roleAssignable()));
    assertThat(reader.memberships(tenant.idOf(NamedGuest.RESTRICTED_UNIT)).administrativeUnits())
        .hasSize(1);
  }

  @Test
  void a_sole_owner_is_seen_and_so_is_who_shares() {
    var sole = tenant.idOf(NamedGuest.SOLE_OWNER);
    var shared = tenant.idOf(NamedGuest.CO_OWNER);

    assertThat(reader.groupOwners(reader.ownedObjects(sole).getFirst().id())).containsExactly(sole);
    assertThat(reader.groupOwners(reader.ownedObjects(shared).getFirst().id()))
        .containsExactlyInAnyOrder(shared, tenant.tenant().idOf(Employee.ANNA));
    assertThat(reader.ownedObjects(tenant.idOf(NamedGuest.APPLICATION_OWNER)))
        .singleElement()
        .returns(Kind.APPLICATION, OwnedRef::kind);
    assertThat(reader.ownedObjects(tenant.idOf(NamedGuest.PLAINLY_STALE))).isEmpty();
  }

  @Test
  void an_eligible_role_is_seen_and_without_a_licence_nothing_is_claimed() {
    var eligible = tenant.idOf(NamedGuest.ELIGIBLE_ROLE);

    assertThat(reader.eligibleRoles(eligible)).hasSize(1);
    assertThat(reader.roleAssignments(eligible)).isEmpty();
    assertThat(reader.eligibleRoles(tenant.idOf(NamedGuest.PLAINLY_STALE))).isEmpty();
    tenant.server().turnOn(Quirk.NO_P2_LICENCE);
    var refused = catchThrowableOfType(GraphException.class, () -> reader.eligibleRoles(eligible));
    assertThat(refused.failure()).isEqualTo(new LicenceMissing());
  }

  @Test
  void the_audit_log_tells_who_invited_whom() {
    var invitations = invitations();

    assertThat(invitations)
        .filteredOn(it -> it.guestId().equals(tenant.idOf(NamedGuest.INVITER_KNOWN)))
        .singleElement()
        .returns(tenant.tenant().idOf(Employee.HENRY), Invitation::inviterId)
        .returns(null, Invitation::application);
    assertThat(invitations)
        .filteredOn(it -> it.guestId().equals(tenant.idOf(NamedGuest.SYNC_INVITED)))
        .singleElement()
        .returns(null, Invitation::inviterId)
        .returns("Microsoft.Azure.SyncFabric", Invitation::application);
  }

  @Test
  void a_cheap_look_shows_a_disable_at_once_and_a_delete_as_nobody() {
    var guest = tenant.idOf(NamedGuest.PLAINLY_STALE);
    assertThat(reader.account(guest)).contains(new Account(guest, true, "Guest"));

    tenant.writer().setAccountEnabled(guest, false);
    assertThat(reader.account(guest)).contains(new Account(guest, false, "Guest"));

    tenant.writer().delete(guest);
    assertThat(reader.account(guest)).isEmpty();
  }

  private List<GroupRef> groupsOf(NamedGuest guest) {
    return reader.memberships(tenant.idOf(guest)).groups();
  }

  private List<ListedSponsor> sponsorsOf(NamedGuest guest) {
    return sponsorList().stream()
        .filter(listed -> listed.guestId().equals(tenant.idOf(guest)))
        .findFirst()
        .orElseThrow()
        .sponsors();
  }

  private List<GuestSponsors> sponsorList() {
    var guests = new ArrayList<GuestSponsors>();
    String next = null;
    do {
      var page = reader.sponsors(next, 20);
      assertThat(page.untold()).isZero();
      guests.addAll(page.guests());
      next = page.nextLink();
    } while (next != null);
    return guests;
  }

  private List<Invitation> invitations() {
    var invitations = new ArrayList<Invitation>();
    var from = tenant.clock().instant().minus(Duration.ofDays(30));
    String next = null;
    do {
      var page = reader.invitations(from, next);
      assertThat(page.skipped()).isZero();
      invitations.addAll(page.invitations());
      next = page.nextLink();
    } while (next != null);
    return invitations;
  }
}
