package io.gatehouse.sandbox.tenant;

import static io.gatehouse.sandbox.tenant.Employee.ANNA;
import static io.gatehouse.sandbox.tenant.Employee.BORIS;
import static io.gatehouse.sandbox.tenant.Employee.CHIARA;
import static io.gatehouse.sandbox.tenant.Employee.EMMA;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** How each awkward guest shows on the first day: account, invitation, sign-ins. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamedGuestsTest {
  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock);

  private User guest(NamedGuest guest) {
    return tenant.guest(guest);
  }

  private List<String> sponsors(NamedGuest guest) {
    return tenant.sponsorLinksOf(tenant.idOf(guest)).stream().map(SponsorLink::id).toList();
  }

  private List<String> ids(Employee... employees) {
    return Stream.of(employees).map(tenant::idOf).toList();
  }

  private Instant daysAgo(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {
        "SPONSOR_DELETED",
        "SPONSOR_IS_GUEST",
        "SPONSOR_WITHOUT_MAILBOX",
        "GROUP_SPONSOR",
        "FIVE_SPONSORS",
        "ELIGIBLE_ROLE",
        "RESTRICTED_UNIT",
        "INTERNAL_GUEST",
        "EXTERNAL_MEMBER",
        "APPLICATION_OWNER",
        "SOLE_OWNER",
        "CO_OWNER",
        "MAIL_ONLY",
        "GAINS_ROLE",
        "GAINS_ROLE_IN_GRACE",
        "BECOMES_MEMBER",
        "ROLE_ASSIGNABLE_MEMBER",
        "FOREIGN_MANAGED",
        "NO_ADDRESS",
        "OTHER_MAIL",
        "EXCLUSION_ATTESTED",
        "EXCLUSION_LAPSES",
        "SELF_SPONSOR"
      })
  void a_stale_guest_was_last_seen_between_190_and_420_days_ago_and_created_before(
      NamedGuest guest) {
    var seen = requireNonNull(guest(guest).signIns());

    var last = Instant.parse(requireNonNull(seen.interactive()));
    assertThat(last).isBetween(daysAgo(420), daysAgo(190)).isAfter(guest(guest).created());
    assertThat(seen).isEqualTo(SignInActivity.all(last.toString()));
    assertThat(guest(guest).accountEnabled()).isTrue();
  }

  @Test
  void no_two_stale_guests_were_last_seen_on_the_same_day() {
    assertThat(Stream.of(NamedGuest.values()))
        .filteredOn(guest -> isStale(guest(guest).signIns()))
        .extracting(guest -> guest(guest).signIns())
        .hasSizeGreaterThan(30)
        .doesNotHaveDuplicates();
  }

  private boolean isStale(@Nullable SignInActivity seen) {
    return seen != null
        && seen.successful() != null
        && seen.successful().startsWith("202")
        && Instant.parse(seen.successful()).isBefore(daysAgo(90));
  }

  @Test
  void failed_sign_ins_only_has_an_attempt_and_never_a_success() {
    assertThat(guest(NamedGuest.FAILED_SIGN_INS_ONLY).signIns())
        .isEqualTo(new SignInActivity(daysAgo(5).toString(), null, null));
  }

  @Test
  void non_interactive_only_has_no_interactive_date() {
    assertThat(guest(NamedGuest.NON_INTERACTIVE_ONLY).signIns())
        .isEqualTo(new SignInActivity(null, daysAgo(4).toString(), daysAgo(4).toString()));
  }

  @Test
  void pending_invitations_were_never_redeemed_and_never_signed_in() {
    for (var pending :
        List.of(NamedGuest.PENDING_INVITATION, NamedGuest.REDEEMS_LATE, NamedGuest.INVITER_KNOWN)) {
      assertThat(guest(pending).origin()).isEqualTo(Origin.invited(guest(pending).created()));
      assertThat(guest(pending).externalUserState()).isEqualTo("PendingAcceptance");
      assertThat(guest(pending).creationType()).isEqualTo("Invitation");
      assertThat(guest(pending).signIns()).isNull();
    }
    assertThat(guest(NamedGuest.PENDING_INVITATION).created()).isEqualTo(daysAgo(200));
    assertThat(guest(NamedGuest.REDEEMS_LATE).created()).isEqualTo(daysAgo(25));
    assertThat(guest(NamedGuest.INVITER_KNOWN).created()).isEqualTo(daysAgo(10));
    assertThat(sponsors(NamedGuest.PENDING_INVITATION)).isEqualTo(ids(BORIS));
    assertThat(sponsors(NamedGuest.REDEEMS_LATE)).isEqualTo(ids(CHIARA));
  }

  @Test
  void the_internal_guest_is_an_account_of_the_tenant_itself() {
    var internal = guest(NamedGuest.INTERNAL_GUEST);

    assertThat(internal.userType()).isEqualTo("Guest");
    assertThat(internal.externalIdentity()).isFalse();
    assertThat(internal.externalUserState()).isNull();
    assertThat(internal.creationType()).isNull();
    assertThat(internal.userPrincipalName()).isEqualTo("jana.pokorna@contoso.example.com");
    assertThat(sponsors(NamedGuest.INTERNAL_GUEST)).isEqualTo(ids(BORIS));
  }

  @Test
  void the_external_member_is_never_listed_among_guests() {
    var external = guest(NamedGuest.EXTERNAL_MEMBER);

    assertThat(external.userType()).isEqualTo("Member");
    assertThat(external.externalIdentity()).isTrue();
    assertThat(tenant.guests()).doesNotContain(external);
  }

  @Test
  void the_synchronized_guest_is_accepted_and_never_signed_in() {
    var synchronised = guest(NamedGuest.SYNC_INVITED);

    assertThat(synchronised.created()).isEqualTo(daysAgo(9));
    assertThat(synchronised.externalUserState()).isEqualTo("Accepted");
    assertThat(synchronised.signIns()).isNull();
    assertThat(sponsors(NamedGuest.SYNC_INVITED)).isEqualTo(ids(ANNA));
  }

  @Test
  void addresses_may_be_missing_or_stand_elsewhere() {
    assertThat(guest(NamedGuest.NO_ADDRESS).mail()).isNull();
    assertThat(guest(NamedGuest.NO_ADDRESS).otherMails()).isEmpty();
    assertThat(guest(NamedGuest.OTHER_MAIL).mail()).isNull();
    assertThat(guest(NamedGuest.OTHER_MAIL).otherMails())
        .containsExactly(NamedGuest.OTHER_MAIL.mail());
  }

  @Test
  void guests_for_the_review_are_active_with_a_sponsor_each() {
    for (var active :
        List.of(NamedGuest.REVIEW_KEPT, NamedGuest.REVIEW_REMOVED, NamedGuest.WITHOUT_SPONSOR)) {
      assertThat(guest(active).signIns()).isEqualTo(SignInActivity.all(daysAgo(3).toString()));
    }
    assertThat(sponsors(NamedGuest.REVIEW_KEPT)).isEqualTo(ids(ANNA));
    assertThat(sponsors(NamedGuest.REVIEW_REMOVED)).isEqualTo(ids(EMMA));
    assertThat(sponsors(NamedGuest.WITHOUT_SPONSOR)).isEmpty();
    assertThat(tenant.managerOf(tenant.idOf(NamedGuest.WITHOUT_SPONSOR)))
        .contains(tenant.employee(ANNA));
  }
}
