package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure.LicenceMissing;
import io.gatehouse.graph.GraphFailure.NotFound;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.graph.TryTenant;
import io.gatehouse.graph.read.GuestAnswer.Readable;
import io.gatehouse.graph.read.SignInDate.Absent;
import io.gatehouse.graph.read.SignInDate.At;
import io.gatehouse.graph.read.SignInDate.Placeholder;
import io.gatehouse.graph.read.SponsorRef.Kind;
import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadingTheSandboxTest {

  private static final String NOBODY = "99999999-0000-0000-0000-000000000000";

  private final TryTenant tenant = new TryTenant();

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Test
  void all_guests_come_over_the_pages_each_once_and_readable() {
    tenant.server().turnOn(Quirk.EMPTY_FIRST_PAGE);

    var read = allGuests(10);

    assertThat(read)
        .extracting(DirectoryGuest::id)
        .containsExactlyInAnyOrderElementsOf(
            tenant.tenant().guests().stream().map(User::id).toList());
  }

  @Test
  void a_crowd_comes_in_pages_of_five_hundred() {
    tenant.tenant().addCrowd(1_000);

    assertThat(allGuests(500)).hasSize(1_000 + NamedGuest.listed().size());
  }

  static List<NamedGuest> listed() {
    return NamedGuest.listed();
  }

  @ParameterizedTest
  @MethodSource("listed")
  void a_fresh_look_at_a_guest_agrees_with_the_list(NamedGuest guest) {
    var fresh = tenant.reader().guest(tenant.idOf(guest));

    assertThat(allGuests(500)).contains(fresh);
    assertThat(fresh.displayName()).isEqualTo(guest.displayName());
    assertThat(fresh.mail()).isEqualTo(guest == NamedGuest.NO_ADDRESS ? null : guest.mail());
    assertThat(fresh.accountEnabled()).isEqualTo(guest != NamedGuest.ALREADY_DISABLED);
    assertThat(fresh.onPremisesSynced()).isEqualTo(guest == NamedGuest.ON_PREMISES);
  }

  @Test
  void who_signs_in_at_home_is_external_and_an_account_of_the_tenant_itself_is_not() {
    assertThat(look(NamedGuest.PLAINLY_STALE).external()).isTrue();
    assertThat(look(NamedGuest.EXTERNAL_MEMBER).external()).isTrue();
    assertThat(look(NamedGuest.INTERNAL_GUEST).external()).isFalse();
    assertThat(look(NamedGuest.INTERNAL_GUEST).creationType()).isNull();
    assertThat(look(NamedGuest.EXTERNAL_MEMBER).userType()).isEqualTo("Member");
  }

  @Test
  void an_invitation_that_nobody_redeemed_is_seen() {
    var pending = look(NamedGuest.PENDING_INVITATION);

    assertThat(pending.externalUserState()).isEqualTo("PendingAcceptance");
    assertThat(pending.creationType()).isEqualTo("Invitation");
  }

  @Test
  void the_ways_to_have_no_sign_in_date_stay_apart() {
    var absent = new Absent();
    var empty = new Placeholder("");
    var yearOne = new Placeholder("0001-01-01T00:00:00Z");

    assertThat(signIns(NamedGuest.NEVER_SIGNED_IN))
        .isEqualTo(new SignInDates(absent, absent, absent, false));
    assertThat(signIns(NamedGuest.NULL_DATES))
        .isEqualTo(new SignInDates(absent, absent, absent, true));
    assertThat(signIns(NamedGuest.EMPTY_DATES))
        .isEqualTo(new SignInDates(empty, empty, empty, true));
    assertThat(signIns(NamedGuest.YEAR_ONE))
        .isEqualTo(new SignInDates(yearOne, yearOne, yearOne, true));
    assertThat(signIns(NamedGuest.ACTIVE_NON_INTERACTIVE).nonInteractive())
        .isInstanceOfSatisfying(
            At.class,
            at ->
                assertThat(Duration.between(at.instant(), tenant.clock().instant()))
                    .isBetween(Duration.ofDays(2), Duration.ofDays(4)));
  }

  @Test
  void a_sponsor_leads_to_a_person() {
    var sponsors = tenant.reader().sponsors(tenant.idOf(NamedGuest.SPONSOR_KEEPS));

    var anna = tenant.tenant().idOf(Employee.ANNA);
    assertThat(sponsors).containsExactly(new SponsorRef(anna, Kind.USER));
    assertThat(tenant.reader().person(anna))
        .isEqualTo(
            new Person(anna, Employee.ANNA.displayName(), Employee.ANNA.mail(), "Member", true));
    assertThat(tenant.reader().sponsors(tenant.idOf(NamedGuest.NO_SPONSOR))).isEmpty();
  }

  @Test
  void a_manager_is_found_or_there_is_none() {
    assertThat(tenant.reader().managerId(tenant.idOf(NamedGuest.SPONSOR_GONE)))
        .contains(tenant.tenant().idOf(Employee.ANNA));
    assertThat(tenant.reader().managerId(tenant.idOf(NamedGuest.NO_SPONSOR))).isEmpty();
  }

  @Test
  void a_role_holder_is_seen_by_membership_and_by_assignment() {
    var holder = tenant.idOf(NamedGuest.ROLE_HOLDER);
    var ordinary = tenant.idOf(NamedGuest.PLAINLY_STALE);

    assertThat(tenant.reader().memberships(holder).directoryRoles()).hasSize(1);
    assertThat(tenant.reader().memberships(holder).groups()).hasSize(1);
    assertThat(tenant.reader().roleAssignments(holder))
        .containsExactly(tenant.tenant().roleAssignments().getFirst().roleDefinitionId());
    assertThat(tenant.reader().memberships(ordinary).directoryRoles()).isEmpty();
    assertThat(tenant.reader().roleAssignments(ordinary)).isEmpty();
  }

  @Test
  void a_guest_who_is_not_there_is_not_found() {
    var failed = catchThrowableOfType(GraphException.class, () -> tenant.reader().guest(NOBODY));

    assertThat(failed.failure()).isEqualTo(new NotFound());
    assertThat(failed.requestId()).isNotBlank();
    assertThat(tenant.reader().deleted(NOBODY)).isEmpty();
  }

  @Test
  void a_tenant_without_premium_is_never_a_tenant_of_guests_who_never_signed_in() {
    tenant.server().turnOn(Quirk.NO_PREMIUM_LICENCE);

    var list = catchThrowableOfType(GraphException.class, () -> tenant.reader().guests(null, 500));
    var one =
        catchThrowableOfType(
            GraphException.class,
            () -> tenant.reader().guest(tenant.idOf(NamedGuest.PLAINLY_STALE)));

    assertThat(list.failure()).isEqualTo(new LicenceMissing());
    assertThat(one.failure()).isEqualTo(new LicenceMissing());
  }

  @Test
  void our_budget_holds_the_eleventh_read_back_before_graph_has_to() {
    var id = tenant.idOf(NamedGuest.PLAINLY_STALE);
    for (var look = 0; look < 10; look++) {
      tenant.reader().guest(id);
    }

    var held = catchThrowableOfType(GraphException.class, () -> tenant.reader().guest(id));

    assertThat(held.failure()).isEqualTo(new Throttled(Duration.ofSeconds(61)));
    assertThat(tenant.server().served()).hasSize(10);
    tenant.clock().pass(Duration.ofSeconds(61));
    assertThat(tenant.reader().guest(id).id()).isEqualTo(id);
  }

  private SignInDates signIns(NamedGuest guest) {
    return look(guest).signIns();
  }

  private DirectoryGuest look(NamedGuest guest) {
    return tenant.reader().guest(tenant.idOf(guest));
  }

  private List<DirectoryGuest> allGuests(int pageSize) {
    var reader = tenant.reader();
    var guests = new ArrayList<DirectoryGuest>();
    String next = null;
    do {
      var page = reader.guests(next, pageSize);
      page.guests().forEach(answer -> guests.add(((Readable) answer).guest()));
      next = page.nextLink();
    } while (next != null);
    return guests;
  }
}
