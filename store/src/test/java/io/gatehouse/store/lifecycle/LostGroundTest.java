package io.gatehouse.store.lifecycle;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.guest;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.GuestSketch;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.safety.RollingCaps;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which running lifecycles a scan finds to have lost what they were opened for. */
class LostGroundTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID SCAN = UUID.randomUUID();
  private static final UUID EARLIER = UUID.randomUUID();

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  private UUID open(String guestId) {
    return store.lifecycles().open(lifecycle(guestId)).openingId();
  }

  private void open(String trigger, GuestSketch guest) {
    var row = guest.row();
    store.guests().upsert(List.of(row));
    store.lifecycles().open(lifecycle(row.guestId(), trigger, NOON));
  }

  private static GuestSketch seen(String id) {
    return GuestSketch.of(id, SCAN);
  }

  private List<String> changed() {
    return store.lifecycleList().openButChanged(SCAN).stream()
        .map(LifecycleRow::guestId)
        .sorted()
        .toList();
  }

  @Test
  void inactivity_ends_with_a_sign_in_that_the_opening_could_not_know() {
    var reported = NOON.minus(Duration.ofDays(2));
    open("INACTIVE", seen("long ago").signedIn(NOON.minus(Duration.ofDays(200))));
    open("INACTIVE", seen("known by then").signedIn(reported));
    open("INACTIVE", seen("told late").signedIn(reported.plusSeconds(1)));
    open("INACTIVE", seen("back").signedIn(NOON.plusSeconds(1)));

    assertThat(changed()).containsExactly("back", "told late");
  }

  @Test
  void a_verdict_by_the_thresholds_of_today_wakes_nobody() {
    var threeMonthsAgo = NOON.minus(Duration.ofDays(90));
    for (var verdict : List.of("ACTIVE", "STALE", "UNKNOWN")) {
      open(
          "INACTIVE",
          seen("inactive " + verdict).signedIn(threeMonthsAgo).judged(verdict, "IN_PROGRESS"));
      open("NEVER_SIGNED_IN", seen("never " + verdict).judged(verdict, "IN_PROGRESS"));
    }

    assertThat(changed()).isEmpty();
  }

  @Test
  void an_account_never_used_stays_so_until_any_sign_in_shows() {
    open("NEVER_SIGNED_IN", seen("never").judged("NEVER_SIGNED_IN", "IN_PROGRESS"));
    open("NEVER_SIGNED_IN", seen("used").signedIn(NOON));
    open("NEVER_SIGNED_IN", seen("used before").signedIn(NOON.minus(Duration.ofDays(90))));

    assertThat(changed()).containsExactly("used", "used before");
  }

  @Test
  void an_invitation_is_open_while_the_directory_says_so_in_any_spelling_and_nobody_signed_in() {
    open("INVITATION_NOT_REDEEMED", seen("pending").invitation("PendingAcceptance"));
    open("INVITATION_NOT_REDEEMED", seen("prose").invitation("Pending Acceptance"));
    open("INVITATION_NOT_REDEEMED", seen("lower").invitation("pendingacceptance"));
    open("INVITATION_NOT_REDEEMED", seen("redeemed").invitation("Accepted"));
    open("INVITATION_NOT_REDEEMED", seen("silent").invitation(null));
    open(
        "INVITATION_NOT_REDEEMED",
        seen("signed in").invitation("PendingAcceptance").signedIn(NOON));

    assertThat(changed()).containsExactly("redeemed", "signed in", "silent");
  }

  @Test
  void a_sponsor_is_missing_until_the_directory_shows_one() {
    open("SPONSOR_MISSING", seen("missing").sponsorship("MISSING"));
    open("SPONSOR_MISSING", seen("untold").sponsorship("UNTOLD"));
    open("SPONSOR_MISSING", seen("present").sponsorship("PRESENT"));

    assertThat(changed()).containsExactly("present");
  }

  @Test
  void a_review_or_an_ending_exclusion_only_needs_the_guest_to_be_there() {
    open("ATTESTATION_DUE", seen("a"));
    open("EXCLUSION_ENDS", seen("b").judged("STALE", "EXEMPT"));
    open("ATTESTATION_DUE", GuestSketch.of("c", EARLIER));
    open("EXCLUSION_ENDS", GuestSketch.of("d", EARLIER));

    assertThat(changed()).containsExactly("c", "d");
  }

  @Test
  void a_guest_the_scan_missed_or_who_was_never_read_is_no_ground() {
    open("INACTIVE", GuestSketch.of("missed", EARLIER).judged("STALE", "IN_PROGRESS"));
    open("unread");
    store.lifecycles().close(open("closed"), "KEPT", "x", NOON);

    assertThat(changed()).containsExactly("missed", "unread");
  }

  @Test
  void a_guest_we_disabled_or_deleted_is_expected_to_look_that_way() {
    store
        .guests()
        .upsert(
            List.of(
                guest("enabled again", SCAN, "STALE", "IN_PROGRESS"),
                guest("deleted", EARLIER, "STALE", "IN_PROGRESS"),
                guest("restored", SCAN, "STALE", "IN_PROGRESS")));
    var enabled = open("enabled again");
    store.lifecycles().stage(enabled, "DISABLED", "the grace", NOON);
    store.lifecycles().stage(open("deleted"), "DELETED", "the window", NOON);
    var restored = open("restored");
    store.lifecycles().stage(restored, "DELETED", "the window", NOON);

    assertThat(store.lifecycleList().openButChanged(SCAN))
        .extracting(LifecycleRow::openingId)
        .containsExactlyInAnyOrder(enabled, restored);
  }

  @Test
  void a_disabled_guest_under_review_is_expected_disabled_too() {
    open("ATTESTATION_DUE", seen("disabled").disabled());
    open("ATTESTATION_DUE", seen("enabled again"));
    for (var guestId : List.of("disabled", "enabled again")) {
      var id = store.lifecycles().openFor(guestId).orElseThrow().openingId();
      store.lifecycles().stage(id, "DISABLED", "the grace", NOON);
    }

    assertThat(changed()).containsExactly("enabled again");
  }

  @Test
  void a_guest_whose_delete_has_its_slot_is_still_expected_disabled() {
    for (var guest : List.of(seen("waiting").disabled(), seen("enabled again"))) {
      open("INACTIVE", guest.judged("STALE", "IN_PROGRESS"));
    }
    for (var guestId : List.of("waiting", "enabled again")) {
      var id = store.lifecycles().openFor(guestId).orElseThrow().openingId();
      store.lifecycles().stage(id, "RESERVED", "its slot", NOON);
      store.reservations().reserve(id, "SOFT_DELETE", 1, NOON, new RollingCaps(9, 9), NOON);
    }
    open("INACTIVE", seen("not disabled yet").judged("STALE", "IN_PROGRESS"));
    var early = store.lifecycles().openFor("not disabled yet").orElseThrow().openingId();
    store.lifecycles().stage(early, "RESERVED", "its slot", NOON);
    store.reservations().reserve(early, "DISABLE", 1, NOON, new RollingCaps(9, 9), NOON);

    assertThat(changed()).containsExactly("enabled again");
  }
}
