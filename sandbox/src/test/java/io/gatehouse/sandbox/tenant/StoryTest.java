package io.gatehouse.sandbox.tenant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryTest {
  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock);
  private final Story story = new Story(tenant);

  private int afterDays(int days) {
    clock.pass(Duration.between(clock.instant(), tenant.start().plus(Duration.ofDays(days))));
    return story.act(clock.instant());
  }

  private String lastInteractive(NamedGuest guest) {
    var seen = tenant.guest(guest).signIns();
    return seen == null ? "" : String.valueOf(seen.interactive());
  }

  @Test
  void nothing_happens_before_it_is_due() {
    assertThat(afterDays(1)).isZero();
    assertThat(story.nextDue()).contains(Instant.parse("2026-03-04T08:00:00Z"));
  }

  @Test
  void an_administrator_deletes_one_guest_on_day_fifteen() {
    afterDays(14);
    assertThat(tenant.bin()).isEmpty();

    afterDays(15);

    assertThat(tenant.inBin(tenant.idOf(NamedGuest.DELETED_BY_ADMIN))).isPresent();
    assertThat(done(NamedGuest.DELETED_BY_ADMIN))
        .containsExactly(tuple(AuditEntry.DELETE, Initiator.ADMINISTRATOR));
  }

  private List<Tuple> done(NamedGuest guest) {
    return tenant.auditLog().stream()
        .filter(entry -> entry.targetId().equals(tenant.idOf(guest)))
        .map(entry -> tuple(entry.activity(), entry.initiator()))
        .toList();
  }

  @Test
  void two_guests_gain_a_directory_role_one_on_day_thirteen_and_one_on_day_thirty() {
    String early = tenant.idOf(NamedGuest.GAINS_ROLE);
    String late = tenant.idOf(NamedGuest.GAINS_ROLE_IN_GRACE);
    afterDays(12);
    assertThat(tenant.holdsRole(early)).isFalse();

    afterDays(13);
    assertThat(tenant.holdsRole(early)).isTrue();
    assertThat(tenant.membershipsOf(early))
        .hasAtLeastOneElementOfType(Membership.DirectoryRole.class);
    afterDays(29);
    assertThat(tenant.holdsRole(late)).isFalse();

    afterDays(30);
    assertThat(tenant.holdsRole(late)).isTrue();
    assertThat(done(NamedGuest.GAINS_ROLE_IN_GRACE))
        .containsExactly(tuple(AuditEntry.ADD_TO_ROLE, Initiator.ADMINISTRATOR));
  }

  @Test
  void one_guest_becomes_a_member_on_day_thirteen_and_is_no_longer_listed() {
    afterDays(12);
    assertThat(tenant.guest(NamedGuest.BECOMES_MEMBER).userType()).isEqualTo(User.GUEST);

    afterDays(13);

    assertThat(tenant.guest(NamedGuest.BECOMES_MEMBER).userType()).isEqualTo(User.MEMBER);
    assertThat(tenant.countGuests()).isEqualTo(52);
    assertThat(done(NamedGuest.BECOMES_MEMBER))
        .containsExactly(tuple(AuditEntry.UPDATE, Initiator.ADMINISTRATOR));
  }

  @Test
  void one_guest_redeems_its_invitation_itself_on_day_twenty_and_signs_in() {
    afterDays(19);
    assertThat(tenant.guest(NamedGuest.REDEEMS_LATE).externalUserState())
        .isEqualTo("PendingAcceptance");

    afterDays(20);

    var guest = tenant.guest(NamedGuest.REDEEMS_LATE);
    assertThat(guest.externalUserState()).isEqualTo("Accepted");
    assertThat(guest.stateChanged()).isEqualTo(clock.instant());
    assertThat(lastInteractive(NamedGuest.REDEEMS_LATE)).isEqualTo("2026-03-22T08:00:00Z");
    assertThat(done(NamedGuest.REDEEMS_LATE))
        .containsExactly(
            tuple(AuditEntry.REDEEM, new Initiator.Person(guest.id(), guest.userPrincipalName())));
  }

  @Test
  void who_never_gets_in_goes_on_trying_every_week() {
    afterDays(30);

    var seen = requireNonNull(tenant.guest(NamedGuest.FAILED_SIGN_INS_ONLY).signIns());
    assertThat(seen).isEqualTo(new SignInActivity("2026-04-01T08:00:00Z", null, null));
  }

  @Test
  void a_disabled_guest_stops_its_weekly_sign_ins_until_it_is_enabled_again() {
    String id = tenant.idOf(NamedGuest.REVIEW_REMOVED);
    afterDays(11);
    tenant.setAccountEnabled(id, false, Initiator.ADMINISTRATOR, "by hand");
    afterDays(40);
    assertThat(lastInteractive(NamedGuest.REVIEW_REMOVED)).isEqualTo("2026-03-13T08:00:00Z");

    tenant.setAccountEnabled(id, true, Initiator.ADMINISTRATOR, "by hand");
    afterDays(47);

    assertThat(lastInteractive(NamedGuest.REVIEW_REMOVED)).isEqualTo("2026-04-17T08:00:00Z");
  }

  @Test
  void one_stale_guest_comes_back_on_day_sixteen() {
    String before = lastInteractive(NamedGuest.COMES_BACK);
    afterDays(15);
    assertThat(lastInteractive(NamedGuest.COMES_BACK)).isEqualTo(before);

    afterDays(16);

    assertThat(lastInteractive(NamedGuest.COMES_BACK)).isEqualTo("2026-03-18T08:00:00Z");
  }

  @Test
  void active_guests_stay_active_by_their_own_date_however_long_it_lasts() {
    afterDays(150);

    Instant lastWeek = clock.instant().minus(Duration.ofDays(7));
    var seen =
        List.of(
            NamedGuest.ACTIVE_INTERACTIVE,
            NamedGuest.ACTIVE_NON_INTERACTIVE,
            NamedGuest.ACTIVE_SUCCESSFUL,
            NamedGuest.NON_INTERACTIVE_ONLY,
            NamedGuest.REVIEW_KEPT,
            NamedGuest.REVIEW_REMOVED,
            NamedGuest.WITHOUT_SPONSOR);
    assertThat(seen)
        .map(guest -> tenant.guest(guest).signIns())
        .allSatisfy(dates -> {
          assertThat(dates).isNotNull();
          assertThat(Instant.parse(String.valueOf(dates.successful()))).isAfter(lastWeek);
        });
    assertThat(lastInteractive(NamedGuest.ACTIVE_SUCCESSFUL)).isEqualTo("2024-10-18T08:00:00Z");
  }

  @Test
  void two_small_steps_come_to_the_same_as_one_large() {
    var other = new Tenant(7, clock);
    var inOneStep = new Story(other);
    afterDays(16);
    afterDays(40);

    inOneStep.act(clock.instant());

    assertThat(other.users()).isEqualTo(tenant.users());
  }
}
