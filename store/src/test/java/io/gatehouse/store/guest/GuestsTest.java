package io.gatehouse.store.guest;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.guest;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.GuestSketch;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  private static final GuestRow WRITTEN =
      new GuestRow(
          "ann",
          "Ann",
          "ann@example.com",
          "ann_ext",
          "Partner",
          "example.com",
          "Guest",
          "Accepted",
          false,
          true,
          true,
          NOON.minusSeconds(6),
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
          "INACTIVE",
          "MISSING",
          NOON.plusSeconds(1),
          NOON.plusSeconds(2),
          NOON.plusSeconds(3),
          NOON.plusSeconds(4));

  private String tenant = "unset";
  private Store store = DATABASE.store(tenant);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    tenant = UUID.randomUUID().toString();
    store = DATABASE.store(tenant);
  }

  private void seen(UUID scan, String id, String inactivity, String standing) {
    store.guests().upsert(List.of(guest(id, scan, inactivity, standing)));
  }

  /** A guest of whom next to nothing is known. */
  private static GuestRow with(String id, Instant at, UUID scan) {
    return new GuestRow(
        id,
        null,
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
        null,
        "UNKNOWN",
        "no dates",
        "UNKNOWN",
        "no dates",
        at,
        scan,
        at,
        null,
        "UNTOLD",
        null,
        null,
        null,
        null);
  }

  private GuestRow found(String id) {
    return store.guests().find(id).orElseThrow();
  }

  @Test
  void a_guest_is_read_back_exactly_as_written() {
    var sparse = with("bob", NOON, FIRST);

    store.guests().upsert(List.of(WRITTEN, sparse));

    assertThat(store.guests().find("ann")).contains(WRITTEN);
    assertThat(store.guests().find("bob")).contains(sparse);
    assertThat(store.guests().find("cleo")).isEmpty();
    assertThat(DATABASE.store("another").guests().find("ann")).isEmpty();
  }

  @Test
  void a_second_reading_writes_everything_except_what_answers_and_lifecycles_decided() {
    store.guests().upsert(List.of(WRITTEN));
    var read = with("ann", NOON.plusSeconds(50), SECOND);

    store.guests().upsert(List.of(read));

    assertThat(found("ann"))
        .usingRecursiveComparison()
        .ignoringFields("firstSeenAt", "attestedAt", "keptUntil", "notBefore")
        .isEqualTo(read);
    assertThat(found("ann"))
        .extracting(
            GuestRow::firstSeenAt, GuestRow::attestedAt, GuestRow::keptUntil, GuestRow::notBefore)
        .containsExactly(
            WRITTEN.firstSeenAt(), WRITTEN.attestedAt(), WRITTEN.keptUntil(), WRITTEN.notBefore());
  }

  @Test
  void what_answers_decide_is_written_beside_the_readings() {
    seen(FIRST, "ann", "STALE", "ACTIVE");
    store.guests().keepUntil("ann", NOON.plusSeconds(1));
    store.guests().notBefore("ann", NOON.plusSeconds(2));
    store.guests().attested("ann", NOON.plusSeconds(3));
    store.guests().setStanding(List.of("ann"), "KEPT", "Bob vouches");

    var ann = found("ann");
    assertThat(ann.keptUntil()).isEqualTo(NOON.plusSeconds(1));
    assertThat(ann.notBefore()).isEqualTo(NOON.plusSeconds(2));
    assertThat(ann.attestedAt()).isEqualTo(NOON.plusSeconds(3));
    assertThat(ann.standing()).isEqualTo("KEPT");
    assertThat(ann.standingReason()).isEqualTo("Bob vouches");
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
        .isEqualTo("no longer among the tenant's guests, first missed on 2026-03-02");
    assertThat(found("removed").standing()).isEqualTo("REMOVED");
    assertThat(found("progress").standing()).isEqualTo("IN_PROGRESS");
    assertThat(found("here").standing()).isEqualTo("ACTIVE");
    assertThat(store.guests().markMissingAsGone(SECOND, NOON.plusSeconds(1))).isEmpty();
  }

  @Test
  void known_guests_wait_for_the_scan_that_locked_them_and_others_do_not() {
    seen(FIRST, "bob", "STALE", "ACTIVE");
    seen(FIRST, "ann", "STALE", "ACTIVE");
    seen(FIRST, "cleo", "STALE", "ACTIVE");
    try (var other = DATABASE.as(TestDatabase.APP)) {
      store.inTransaction(() -> {
        var known = store.guests().lockKnown(List.of("nobody", "bob", "ann"));

        assertThat(known.keySet()).containsExactly("ann", "bob");
        assertThat(known.get("ann")).isEqualTo(found("ann"));
        assertThatThrownBy(() -> keepAtOnce(other, "ann"))
            .rootCause()
            .hasMessageContaining("lock timeout");
        keepAtOnce(other, "cleo");
      });
      keepAtOnce(other, "ann");
    }

    assertThat(found("ann").standing()).isEqualTo("KEPT");
    assertThat(found("cleo").standing()).isEqualTo("KEPT");
    assertThat(store.guests().lockKnown(List.of())).isEmpty();
  }

  /** The lock it waits for is held by the test's own thread: it gives up, or never had to wait. */
  private void keepAtOnce(Database other, String guestId) {
    other.inTransaction(() -> {
      other.jdbc().sql("set local lock_timeout = '50ms'").update();
      new Store(other, tenant).guests().setStanding(List.of(guestId), "KEPT", "Bob vouches");
    });
  }

  @Test
  void the_witness_is_who_signed_in_last_among_those_in_the_directory() {
    assertThat(store.guests().witnesses(3)).isEmpty();
    active("undated", "ACTIVE", null);
    assertThat(store.guests().witnesses(3)).isEmpty();

    active("older", "ACTIVE", NOON.minusSeconds(50));
    active("newest", "KEPT", NOON.minusSeconds(40));
    active("removed", "REMOVED", NOON.minusSeconds(30));
    active("gone", "GONE", NOON.minusSeconds(20));
    active("deleted", "IN_PROGRESS", NOON.minusSeconds(10));
    var deleted = store.lifecycles().open(lifecycle("deleted")).openingId();
    store.lifecycles().stage(deleted, "DELETED", "the window", null);

    assertThat(store.guests().witnesses(1)).containsExactly("newest");
  }

  private void active(String id, String standing, @Nullable Instant signedIn) {
    var guest = GuestSketch.of(id, FIRST).judged("ACTIVE", standing).signedIn(signedIn);
    store.guests().upsert(List.of(guest.row()));
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
    store
        .guests()
        .upsert(
            List.of(
                GuestSketch.of("a", FIRST)
                    .judged("STALE", "ACTIVE")
                    .signedIn(NOON.minus(Duration.ofDays(99)))
                    .sponsorship("MISSING")
                    .row(),
                GuestSketch.of("b", FIRST).judged("UNKNOWN", "UNKNOWN").sponsorship("UNTOLD").row(),
                GuestSketch.of("c", FIRST)
                    .judged("NEVER_SIGNED_IN", "EXEMPT")
                    .sponsorship("MISSING")
                    .row(),
                guest("d", FIRST, "ACTIVE", "ACTIVE"),
                GuestSketch.of("e", SECOND)
                    .judged("STALE", "EXEMPT")
                    .sponsorship("MISSING")
                    .row()));

    assertThat(store.guestList().tally(FIRST)).isEqualTo(new ScanTally(4, 1, 3, 1, 1, 2, 1));
    assertThat(store.guestList().tally(UUID.randomUUID()))
        .isEqualTo(new ScanTally(0, 0, 0, 0, 0, 0, 0));
  }
}
