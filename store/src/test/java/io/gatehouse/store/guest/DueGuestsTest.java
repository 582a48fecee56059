package io.gatehouse.store.guest;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.guest;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.GuestSketch;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which guests a lifecycle opens for next. */
class DueGuestsTest {

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
    var guest = GuestSketch.of(id, scan).judged(inactivity, standing).dueFor("INACTIVE");
    store.guests().upsert(List.of(guest.row()));
  }

  private List<String> due(Instant now) {
    return store.guests().due(FIRST, "", 10, now).stream().map(GuestRow::guestId).toList();
  }

  @Test
  void due_are_guests_of_that_scan_for_whom_a_trigger_holds_and_whom_nothing_protects() {
    seen(FIRST, "stale", "STALE", "ACTIVE");
    store.guests().upsert(List.of(guest("not due", FIRST, "STALE", "ACTIVE")));
    seen(FIRST, "unknown", "UNKNOWN", "UNKNOWN");
    seen(FIRST, "gone", "STALE", "GONE");
    seen(FIRST, "exempt", "STALE", "EXEMPT");
    seen(FIRST, "removed", "STALE", "REMOVED");
    seen(SECOND, "elsewhere", "STALE", "ACTIVE");
    seen(FIRST, "open", "STALE", "ACTIVE");
    store.lifecycles().open(lifecycle("open"));

    assertThat(due(NOON)).containsExactly("stale");
    assertThat(store.guests().countDueByTrigger(FIRST, NOON).values()).containsExactly(1L);
  }

  @Test
  void a_guest_in_use_may_be_due_too_and_all_are_counted_by_trigger() {
    due("a", "ACTIVE", "ATTESTATION_DUE");
    due("b", "ACTIVE", "SPONSOR_MISSING");
    due("c", "UNKNOWN", "INVITATION_NOT_REDEEMED");
    due("d", "NEVER_SIGNED_IN", "NEVER_SIGNED_IN");
    due("e", "ACTIVE", "EXCLUSION_ENDS");
    due("f", "STALE", "INACTIVE");
    due("g", "ACTIVE", "ATTESTATION_DUE");
    store.lifecycles().open(lifecycle("f"));

    assertThat(due(NOON)).containsExactly("a", "b", "c", "d", "e", "g");
    assertThat(store.guests().countDueByTrigger(FIRST, NOON))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ATTESTATION_DUE", 2L,
                "SPONSOR_MISSING", 1L,
                "INVITATION_NOT_REDEEMED", 1L,
                "NEVER_SIGNED_IN", 1L,
                "EXCLUSION_ENDS", 1L));
    assertThat(store.guests().countDueByTrigger(SECOND, NOON)).isEmpty();
  }

  private void due(String id, String inactivity, String trigger) {
    var guest = GuestSketch.of(id, FIRST).judged(inactivity, "IN_PROGRESS").dueFor(trigger);
    store.guests().upsert(List.of(guest.row()));
  }

  @Test
  void a_trigger_nobody_knows_is_refused() {
    var guest = GuestSketch.of("ann", FIRST).dueFor("BORED").row();

    assertThatThrownBy(() -> store.guests().upsert(List.of(guest)))
        .rootCause()
        .hasMessageContaining("guest_due_for_check");
  }

  @Test
  void a_kept_or_put_off_guest_is_due_when_that_has_passed_and_not_before() {
    seen(FIRST, "kept", "STALE", "KEPT");
    seen(FIRST, "put-off", "STALE", "STOOD_DOWN");
    store.guests().keepUntil("kept", NOON.plusSeconds(10));
    store.guests().notBefore("put-off", NOON.plusSeconds(20));

    assertThat(due(NOON.plusSeconds(9))).isEmpty();
    assertThat(due(NOON.plusSeconds(10))).containsExactly("kept");
    assertThat(due(NOON.plusSeconds(20))).containsExactly("kept", "put-off");
  }

  @Test
  void due_guests_come_in_batches_that_neither_repeat_nor_skip() {
    store
        .guests()
        .upsert(
            IntStream.range(0, 25)
                .mapToObj(i -> GuestSketch.of("g%02d".formatted(i), FIRST).dueFor("INACTIVE").row())
                .toList());

    var batch = store.guests().due(FIRST, "", 10, NOON);
    var next = store.guests().due(FIRST, batch.getLast().guestId(), 10, NOON);
    var last = store.guests().due(FIRST, next.getLast().guestId(), 10, NOON);

    assertThat(batch).extracting(GuestRow::guestId).startsWith("g00").endsWith("g09");
    assertThat(next).extracting(GuestRow::guestId).startsWith("g10").endsWith("g19");
    assertThat(last).extracting(GuestRow::guestId).startsWith("g20").endsWith("g24").hasSize(5);
  }
}
