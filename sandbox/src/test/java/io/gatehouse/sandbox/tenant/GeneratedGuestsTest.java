package io.gatehouse.sandbox.tenant;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneratedGuestsTest {
  private static final int GENERATED = 2_000;

  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock, new TenantSize(GENERATED + 53, 40));
  private final Set<String> named =
      NamedGuest.listed().stream().map(tenant::idOf).collect(Collectors.toSet());
  private final List<User> generated =
      tenant.guests().stream().filter(g -> !named.contains(g.id())).toList();

  private long sponsoredBy(int links) {
    return generated.stream().filter(g -> tenant.sponsorLinksOf(g.id()).size() == links).count();
  }

  private Optional<Instant> lastSeen(User guest) {
    var seen = guest.signIns();
    return seen == null || seen.successful() == null || !seen.successful().startsWith("202")
        ? Optional.empty()
        : Optional.of(Instant.parse(seen.successful()));
  }

  private Duration silence(User guest) {
    return lastSeen(guest)
        .map(last -> Duration.between(last, clock.instant()))
        .orElse(Duration.ofDays(10_000));
  }

  @Test
  void the_size_counts_the_named_guests_too() {
    assertThat(generated).hasSize(GENERATED);
    assertThat(tenant.countGuests()).isEqualTo(GENERATED + 53);
    assertThat(new Tenant(7, clock, new TenantSize(10, 0)).countGuests()).isEqualTo(53);
    assertThat(tenant.colleagues()).hasSize(40 - 11);
  }

  @Test
  void more_than_a_million_guests_are_refused_with_a_sentence() {
    assertThatThrownBy(() -> new TenantSize(1_000_001, 40))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 0 and 1,000,000 guests, not 1,000,001");
  }

  @Test
  void every_hundred_guests_have_every_profile_in_its_share() {
    Map<Profile, Long> shares =
        IntStream.range(500, 600).mapToObj(Profile::of).collect(groupingBy(p -> p, counting()));

    assertThat(shares)
        .isEqualTo(
            Map.of(
                Profile.ACTIVE, 64L,
                Profile.STALE, 20L,
                Profile.NEVER_SIGNED_IN, 4L,
                Profile.PENDING_INVITATION, 4L,
                Profile.DATES_UNKNOWN, 3L,
                Profile.PLACEHOLDER_DATES, 1L,
                Profile.ALREADY_DISABLED, 2L,
                Profile.WITHOUT_SPONSOR, 2L));
  }

  @Test
  void what_the_tenant_shows_is_what_the_profiles_promise() {
    long active =
        generated.stream().filter(g -> silence(g).compareTo(Duration.ofDays(31)) < 0).count();
    long stale = generated.stream().filter(g -> lastSeen(g).isPresent()).count() - active;

    assertThat(active).isEqualTo(GENERATED * 66 / 100);
    assertThat(stale).isEqualTo(GENERATED * 22 / 100);
    assertThat(generated).filteredOn(g -> !g.accountEnabled()).hasSize(GENERATED * 2 / 100);
    assertThat(generated)
        .filteredOn(g -> Origin.PENDING.equals(g.externalUserState()))
        .hasSize(GENERATED * 4 / 100)
        .allMatch(g -> g.signIns() == null);
    assertThat(generated)
        .filteredOn(g -> g.created().isBefore(Instant.parse("2020-01-01T00:00:00Z")))
        .hasSize(GENERATED * 3 / 100)
        .allMatch(g -> lastSeen(g).isEmpty());
  }

  @Test
  void nobody_signs_in_before_the_account_exists() {
    assertThat(generated)
        .filteredOn(g -> lastSeen(g).isPresent())
        .allMatch(g -> lastSeen(g).orElseThrow().isAfter(g.created()));
    assertThat(generated).allMatch(g -> g.created().isBefore(tenant.start()));
  }

  @Test
  void most_have_one_sponsor_some_two_a_few_a_team_and_one_in_fifty_none() {
    assertThat(sponsoredBy(0)).isEqualTo(GENERATED * 2 / 100);
    assertThat(sponsoredBy(1)).isBetween(GENERATED * 69L / 100, GENERATED * 77L / 100);
    assertThat(sponsoredBy(2)).isBetween(GENERATED * 22L / 100, GENERATED * 28L / 100);
    assertThat(generated)
        .filteredOn(g ->
            tenant.sponsorLinksOf(g.id()).stream().anyMatch(SponsorLink.Team.class::isInstance))
        .hasSizeBetween(GENERATED * 2 / 100, GENERATED * 5 / 100);
    assertThat(generated).anyMatch(g -> tenant.managerOf(g.id()).isPresent());
  }

  @Test
  void the_two_sponsors_of_a_guest_are_two_people() {
    assertThat(generated)
        .extracting(g -> tenant.sponsorLinksOf(g.id()).stream().map(SponsorLink::id).toList())
        .allMatch(ids -> Set.copyOf(ids).size() == ids.size());
  }

  @Test
  void a_few_of_thirty_partners_have_most_of_the_guests() {
    var sizes =
        generated.stream()
            .collect(groupingBy(g -> requireNonNull(g.companyName()), counting()))
            .values()
            .stream()
            .sorted()
            .toList();

    assertThat(sizes).hasSize(30);
    assertThat(sizes.getLast()).isGreaterThan(10 * sizes.getFirst());
  }

  @Test
  void a_group_knows_its_generated_members_and_they_know_it() {
    var bulletin = new SharedGroups(new ObjectIds(7)).bulletin();

    var members = tenant.group(bulletin.id()).orElseThrow().members();

    assertThat(members).hasSizeBetween(GENERATED / 20, GENERATED / 6);
    assertThat(generated)
        .filteredOn(g -> tenant.membershipsOf(g.id()).contains(bulletin))
        .extracting(User::id)
        .containsExactlyElementsOf(members);
  }

  @Test
  void a_generated_guest_that_gains_a_role_stays_in_its_groups_and_they_keep_it() {
    var guest = generated.get(40);
    var before = tenant.membershipsOf(guest.id());
    String partners = before.getFirst().id();

    tenant.gainRole(guest.id());

    assertThat(tenant.holdsRole(guest.id())).isTrue();
    assertThat(tenant.membershipsOf(guest.id())).containsAll(before).hasSize(before.size() + 1);
    assertThat(tenant.group(partners).orElseThrow().members())
        .contains(guest.id())
        .hasSize(GENERATED + 54); // with the member who signs in elsewhere
  }

  @Test
  void active_guests_go_on_signing_in_and_stale_ones_stay_as_they_are() {
    var before = tenant.users();
    clock.pass(Duration.ofDays(200));

    for (var guest : generated) {
      var now = tenant.user(guest.id()).orElseThrow();
      boolean active =
          Duration.between(lastSeen(guest).orElse(Instant.EPOCH), tenant.start()).toDays() <= 31;
      if (active) {
        assertThat(silence(now)).isLessThan(Duration.ofDays(31));
      } else {
        assertThat(now).isEqualTo(guest);
      }
    }
    assertThat(tenant.users()).hasSameSizeAs(before);
  }

  @Test
  void a_disabled_guest_stops_signing_in_and_goes_on_when_it_is_enabled_again() {
    var active = generated.stream().filter(g -> silence(g).toDays() < 31).findFirst().orElseThrow();
    tenant.setAccountEnabled(active.id(), false, Initiator.ADMINISTRATOR, "by hand");
    clock.pass(Duration.ofDays(100));
    assertThat(tenant.user(active.id()).orElseThrow().signIns()).isEqualTo(active.signIns());

    tenant.setAccountEnabled(active.id(), true, Initiator.ADMINISTRATOR, "by hand");

    assertThat(silence(tenant.user(active.id()).orElseThrow())).isLessThan(Duration.ofDays(31));
  }

  @Test
  void a_deleted_guest_is_gone_from_lists_counts_and_lookups_until_it_is_restored() {
    var guest = generated.get(700);
    tenant.delete(guest.id(), Initiator.ADMINISTRATOR, "by hand");

    assertThat(tenant.user(guest.id())).isEmpty();
    assertThat(tenant.user(guest.userPrincipalName())).isEmpty();
    assertThat(tenant.guests()).doesNotContain(guest).hasSize(GENERATED + 52);
    assertThat(tenant.countGuests()).isEqualTo(GENERATED + 52);
    assertThat(tenant.inBin(guest.id()).orElseThrow().user()).isEqualTo(guest);

    tenant.restore(guest.id(), Initiator.ADMINISTRATOR, "by hand");

    assertThat(tenant.user(guest.id())).contains(guest);
    assertThat(tenant.countGuests()).isEqualTo(GENERATED + 53);
  }

  @Test
  void a_guest_is_found_by_its_user_principal_name_in_any_case() {
    var guest = generated.get(1_234);

    assertThat(tenant.user(guest.userPrincipalName().toUpperCase(Locale.ROOT))).contains(guest);
    assertThat(tenant.isGuestAddress(requireNonNull(guest.mail()))).isTrue();
    assertThat(tenant.isGuestAddress("alma.abel1234@nowhere.example.com")).isFalse();
  }

  @Test
  void the_same_seed_gives_the_same_guests_and_another_seed_others() {
    var size = new TenantSize(GENERATED + 53, 40);

    assertThat(new Tenant(7, clock, size).users()).isEqualTo(tenant.users());
    assertThat(new Tenant(8, clock, size).guests())
        .extracting(User::id)
        .doesNotContainAnyElementsOf(generated.stream().map(User::id).toList());
  }

  @Test
  void ids_look_like_any_other_object_id_and_sort_as_the_list_does() {
    assertThat(generated)
        .extracting(User::id)
        .isSorted()
        .allMatch(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    assertThat(tenant.users()).extracting(User::id).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_page_and_a_lookup_in_the_middle_of_a_million_guests_make_only_what_they_show() {
    var million = new Tenant(7, clock, new TenantSize(1_000_000, 40));
    long before = million.made();

    var first = million.usersAfter("").filter(User::guest).limit(500).toList();
    assertThat(first).hasSize(500);
    assertThat(million.made() - before).isLessThanOrEqualTo(501);

    var generatedIds =
        first.stream().map(User::id).filter(id -> !namedIn(million).contains(id)).toList();
    String middle = generatedIds.getFirst().substring(0, 24) + "00000007a120";
    before = million.made();

    assertThat(million.user(middle)).isPresent();
    assertThat(million.usersAfter(middle).limit(500).toList())
        .hasSize(500)
        .allMatch(user -> user.id().compareTo(middle) > 0);
    assertThat(million.countGuests()).isEqualTo(1_000_000);
    assertThat(million.made() - before).isLessThanOrEqualTo(502);
  }

  private static List<String> namedIn(Tenant million) {
    return Arrays.stream(NamedGuest.values()).map(million::idOf).toList();
  }
}
