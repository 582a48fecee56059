package io.gatehouse.store.guest;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.guest;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.time.Instant;
import java.util.List;
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
    store.guests().upsert(List.of(guest(id, scan, inactivity, standing)));
  }

  private List<String> due(Instant now) {
    return store.guests().due(FIRST, "", 10, now).stream().map(GuestRow::guestId).toList();
  }

  @Test
  void due_are_stale_guests_of_that_scan_whom_nothing_protects() {
    seen(FIRST, "stale", "STALE", "ACTIVE");
    seen(FIRST, "active", "ACTIVE", "ACTIVE");
    seen(FIRST, "never", "NEVER_SIGNED_IN", "UNKNOWN");
    seen(FIRST, "unknown", "UNKNOWN", "UNKNOWN");
    seen(FIRST, "exempt", "STALE", "EXEMPT");
    seen(FIRST, "removed", "STALE", "REMOVED");
    seen(SECOND, "elsewhere", "STALE", "ACTIVE");
    seen(FIRST, "open", "STALE", "ACTIVE");
    store.lifecycles().open(lifecycle("open"));

    assertThat(due(NOON)).containsExactly("stale");
    assertThat(store.guests().countDue(FIRST, NOON)).isEqualTo(1);
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
                .mapToObj(i -> guest("g%02d".formatted(i), FIRST, "STALE", "ACTIVE"))
                .toList());

    var batch = store.guests().due(FIRST, "", 10, NOON);
    var next = store.guests().due(FIRST, batch.getLast().guestId(), 10, NOON);
    var last = store.guests().due(FIRST, next.getLast().guestId(), 10, NOON);

    assertThat(batch).extracting(GuestRow::guestId).startsWith("g00").endsWith("g09");
    assertThat(next).extracting(GuestRow::guestId).startsWith("g10").endsWith("g19");
    assertThat(last).extracting(GuestRow::guestId).startsWith("g20").endsWith("g24").hasSize(5);
  }
}
