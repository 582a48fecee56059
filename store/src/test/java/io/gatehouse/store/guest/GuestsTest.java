package io.gatehouse.store.guest;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.guest;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  private void seen(UUID scan, String id, String inactivity, String standing) {
    store.guests().upsert(List.of(guest(id, scan, inactivity, standing)));
  }

  private GuestRow found(String id) {
    return store.guests().find(id).orElseThrow();
  }

  @Test
  void a_guest_is_read_back_exactly_as_written() {
    var written =
        new GuestRow(
            "ann",
            "Ann",
            "ann@example.com",
            "ann_ext",
            "Partner",
            "Guest",
            "Accepted",
            false,
            true,
            true,
            NOON.minusSeconds(5),
            NOON.minusSeconds(4),
            NOON.minusSeconds(3),
            NOON.minusSeconds(2),
            NOON.minusSeconds(1),
            "STALE",
            "why",
            "ACTIVE",
            "why not",
            NOON,
            FIRST,
            NOON,
            NOON.plusSeconds(1),
            NOON.plusSeconds(2));
    var sparse =
        new GuestRow(
            "bob",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            null,
            null,
            null,
            null,
            null,
            "UNKNOWN",
            "no dates",
            "UNKNOWN",
            "no dates",
            NOON,
            FIRST,
            NOON,
            null,
            null);

    store.guests().upsert(List.of(written, sparse));

    assertThat(store.guests().find("ann")).contains(written);
    assertThat(store.guests().find("bob")).contains(sparse);
    assertThat(store.guests().find("cleo")).isEmpty();
    assertThat(DATABASE.store("another").guests().find("ann")).isEmpty();
  }

  @Test
  void a_second_reading_keeps_when_the_guest_was_first_seen_kept_and_put_off() {
    seen(FIRST, "ann", "STALE", "ACTIVE");
    store.guests().keepUntil("ann", NOON.plusSeconds(100));
    store.guests().notBefore("ann", NOON.plusSeconds(200));
    var later = NOON.plusSeconds(50);
    var again =
        new GuestRow(
            "ann",
            "Ann New",
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            null,
            null,
            null,
            null,
            null,
            "ACTIVE",
            "signed in",
            "ACTIVE",
            "signed in",
            later,
            SECOND,
            later,
            null,
            null);

    store.guests().upsert(List.of(again));

    var ann = found("ann");
    assertThat(ann.displayName()).isEqualTo("Ann New");
    assertThat(ann.inactivity()).isEqualTo("ACTIVE");
    assertThat(ann.seenInScan()).isEqualTo(SECOND);
    assertThat(ann.seenAt()).isEqualTo(later);
    assertThat(ann.firstSeenAt()).isEqualTo(NOON);
    assertThat(ann.keptUntil()).isEqualTo(NOON.plusSeconds(100));
    assertThat(ann.notBefore()).isEqualTo(NOON.plusSeconds(200));
  }

  @Test
  void a_scan_does_not_move_the_standing_while_a_lifecycle_is_open() {
    seen(FIRST, "ann", "STALE", "ACTIVE");
    var opening = store.lifecycles().open(lifecycle("ann"));
    store.guests().setStanding("ann", "IN_PROGRESS", "asked Bob");

    seen(SECOND, "ann", "ACTIVE", "ACTIVE");
    assertThat(found("ann").standing()).isEqualTo("IN_PROGRESS");
    assertThat(found("ann").standingReason()).isEqualTo("asked Bob");
    assertThat(found("ann").inactivity()).isEqualTo("ACTIVE");

    store.lifecycles().close(opening.openingId(), "STOOD_DOWN", "signed in", NOON);
    seen(SECOND, "ann", "ACTIVE", "ACTIVE");
    assertThat(found("ann").standing()).isEqualTo("ACTIVE");
  }

  @Test
  void a_kept_guest_stays_kept_as_long_as_that_lasts_unless_exempt() {
    seen(FIRST, "ann", "STALE", "KEPT");
    store.guests().keepUntil("ann", NOON.plusSeconds(1));
    seen(SECOND, "ann", "STALE", "ACTIVE");
    assertThat(found("ann").standing()).isEqualTo("KEPT");

    seen(SECOND, "ann", "STALE", "EXEMPT");
    assertThat(found("ann").standing()).isEqualTo("EXEMPT");

    store.guests().setStanding("ann", "KEPT", "Bob vouches");
    store.guests().keepUntil("ann", NOON);
    seen(SECOND, "ann", "STALE", "ACTIVE");
    assertThat(found("ann").standing()).isEqualTo("ACTIVE");
  }

  @Test
  void a_guest_whose_lifecycle_stood_down_says_so_until_a_new_one_may_open() {
    seen(FIRST, "ann", "STALE", "STOOD_DOWN");
    store.guests().notBefore("ann", NOON.plusSeconds(1));
    seen(SECOND, "ann", "STALE", "IN_PROGRESS");
    assertThat(found("ann").standing()).isEqualTo("STOOD_DOWN");

    seen(SECOND, "ann", "ACTIVE", "ACTIVE");
    assertThat(found("ann").standing()).isEqualTo("ACTIVE");

    store.guests().setStanding("ann", "STOOD_DOWN", "came back");
    store.guests().notBefore("ann", NOON);
    seen(SECOND, "ann", "STALE", "IN_PROGRESS");
    assertThat(found("ann").standing()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void text_that_postgresql_cannot_hold_is_kept_as_far_as_it_can() {
    store.guests().upsert(List.of(guest("ann", "A\0nn \ud83d", FIRST, "ACTIVE", "ACTIVE", null)));

    assertThat(found("ann").displayName()).isEqualTo("A\ufffdnn \ufffd");
  }

  @Test
  void who_a_complete_scan_missed_is_gone_except_the_removed_and_those_in_progress() {
    seen(FIRST, "gone", "ACTIVE", "ACTIVE");
    seen(FIRST, "removed", "STALE", "REMOVED");
    seen(FIRST, "progress", "STALE", "IN_PROGRESS");
    seen(SECOND, "here", "ACTIVE", "ACTIVE");
    store.lifecycles().open(lifecycle("progress"));

    assertThat(store.guests().markMissingAsGone(SECOND, NOON)).containsExactly("gone");

    assertThat(found("gone").standing()).isEqualTo("GONE");
    assertThat(found("gone").standingReason())
        .isEqualTo("no longer in the tenant, first missed on 2026-03-02");
    assertThat(found("removed").standing()).isEqualTo("REMOVED");
    assertThat(found("progress").standing()).isEqualTo("IN_PROGRESS");
    assertThat(found("here").standing()).isEqualTo("ACTIVE");
    assertThat(store.guests().markMissingAsGone(SECOND, NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  void a_guest_twice_on_one_page_is_one_guest_as_read_last() {
    store
        .guests()
        .upsert(
            List.of(
                guest("ann", FIRST, "UNKNOWN", "UNKNOWN"),
                guest("bob", FIRST, "ACTIVE", "ACTIVE"),
                guest("ann", FIRST, "STALE", "ACTIVE")));

    assertThat(found("ann").inactivity()).isEqualTo("STALE");
    assertThat(store.guestList().tally(FIRST).population()).isEqualTo(2);
  }

  @Test
  void an_empty_page_changes_nothing() {
    store.guests().upsert(List.of());

    assertThat(store.guestList().byStanding()).isEmpty();
  }

  @Test
  void the_tally_of_a_scan_counts_what_that_scan_saw() {
    var dated = guest("a", "A", FIRST, "STALE", "ACTIVE", NOON.minus(Duration.ofDays(99)));
    store.guests().upsert(List.of(dated));
    seen(FIRST, "b", "UNKNOWN", "UNKNOWN");
    seen(FIRST, "c", "NEVER_SIGNED_IN", "ACTIVE");
    seen(SECOND, "d", "STALE", "ACTIVE");

    assertThat(store.guestList().tally(FIRST)).isEqualTo(new ScanTally(3, 1, 2, 1, 1));
    assertThat(store.guestList().tally(UUID.randomUUID())).isEqualTo(new ScanTally(0, 0, 0, 0, 0));
  }
}
