package io.gatehouse.store.lifecycle;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.guest;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecyclesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

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

  private LifecycleRow found(UUID id) {
    return store.lifecycles().find(id).orElseThrow();
  }

  @Test
  void a_guest_with_an_open_lifecycle_gets_no_second_one() {
    var first = lifecycle("ann");
    assertThat(store.lifecycles().open(first)).isEqualTo(first);

    assertThat(store.lifecycles().open(lifecycle("ann"))).isEqualTo(first);
    assertThat(store.lifecycles().openFor("ann")).contains(first);
  }

  @Test
  void a_guest_whose_lifecycle_closed_may_be_opened_again() {
    var first = open("ann");
    store.lifecycles().close(first, "KEPT", "Bob vouches", NOON.plusSeconds(5));

    var second = open("ann");

    assertThat(second).isNotEqualTo(first);
    assertThat(store.lifecycleList().ofGuest("ann")).hasSize(2);
  }

  @Test
  void opening_the_same_id_again_after_it_closed_returns_the_closed_one() {
    var row = lifecycle("ann");
    store.lifecycles().open(row);
    store.lifecycles().close(row.openingId(), "KEPT", "Bob vouches", NOON);

    assertThat(store.lifecycles().open(row).isOpen()).isFalse();
    assertThat(store.lifecycles().openFor("ann")).isEmpty();
  }

  @Test
  void of_many_who_open_the_same_guest_at_once_all_get_the_same_lifecycle() throws Exception {
    int openers = 6;
    var together = new CyclicBarrier(openers);
    try (var threads = Executors.newFixedThreadPool(openers)) {
      var opened =
          IntStream.range(0, openers)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    together.await();
                    return open("ann");
                  }))
              .toList();
      var winner = store.lifecycles();
      for (var each : opened) {
        var id = each.get();
        assertThat(winner.openFor("ann")).map(LifecycleRow::openingId).contains(id);
      }
    }
  }

  @Test
  void stages_holds_and_plans_are_read_back() {
    var id = open("ann");
    store.lifecycles().started(id, NOON.plusSeconds(1));
    store.lifecycles().started(id, NOON.plusSeconds(99));
    store.lifecycles().stage(id, "ASKED", "Bob's answer", NOON.plusSeconds(2));
    store.lifecycles().hold(id, NOON.plusSeconds(3), NOON.plusSeconds(2));
    store.lifecycles().disablePlanned(id, NOON.plusSeconds(4));

    var row = found(id);
    assertThat(row.startedAt()).isEqualTo(NOON.plusSeconds(1));
    assertThat(row.stage()).isEqualTo("ASKED");
    assertThat(row.waitingFor()).isEqualTo("Bob's answer");
    assertThat(row.nextAt()).isEqualTo(NOON.plusSeconds(2));
    assertThat(row.holdUntil()).isEqualTo(NOON.plusSeconds(3));
    assertThat(row.disablePlannedAt()).isEqualTo(NOON.plusSeconds(4));

    store.lifecycles().hold(id, null, NOON.plusSeconds(2));
    assertThat(found(id).holdUntil()).isNull();
  }

  @Test
  void a_lifecycle_that_needs_an_operator_says_why_until_it_goes_on() {
    var id = open("ann");
    store.lifecycles().needsOperator(id, "Graph refuses: the app lacks a role");

    assertThat(found(id).needsOperator()).isTrue();
    assertThat(found(id).operatorReason()).isEqualTo("Graph refuses: the app lacks a role");
    assertThat(found(id).waitingFor()).isEqualTo(Lifecycles.OPERATOR);

    store.lifecycles().stage(id, "ASKED", "Bob's answer", null);
    assertThat(found(id).needsOperator()).isFalse();
    assertThat(found(id).operatorReason()).isNull();
  }

  @Test
  void a_closed_lifecycle_never_changes() {
    var id = open("ann");
    store.lifecycles().close(id, "REMOVED", "Bob said so", NOON.plusSeconds(7));
    var closed = found(id);
    assertThat(closed.outcome()).isEqualTo("REMOVED");
    assertThat(closed.closedAt()).isEqualTo(NOON.plusSeconds(7));

    store.lifecycles().stage(id, "ASKED", "x", null);
    store.lifecycles().hold(id, NOON, null);
    store.lifecycles().needsOperator(id, "x");
    store.lifecycles().close(id, "KEPT", "x", NOON.plusSeconds(8));

    assertThat(found(id)).isEqualTo(closed);
  }

  @Test
  void opened_rows_that_never_started_can_be_found_oldest_first() {
    var late = store.lifecycles().open(lifecycle("late", NOON.plusSeconds(9))).openingId();
    var early = store.lifecycles().open(lifecycle("early", NOON)).openingId();
    store.lifecycles().started(open("running"), NOON);
    store.lifecycles().close(open("closed"), "FAILED", "x", NOON);

    assertThat(store.lifecycleList().notStarted())
        .extracting(LifecycleRow::openingId)
        .containsExactly(early, late);
  }

  @Test
  void those_waiting_for_the_gate_can_be_woken() {
    var waiting = open("waiting");
    open("other");
    store.lifecycles().stage(waiting, "DISABLE", Lifecycles.GATE, null);

    assertThat(store.lifecycleList().waitingForGate())
        .extracting(LifecycleRow::openingId)
        .containsExactly(waiting);
  }

  @Test
  void a_scan_tells_which_running_lifecycles_lost_their_ground() {
    var scan = UUID.randomUUID();
    var older = UUID.randomUUID();
    store
        .guests()
        .upsert(
            List.of(
                guest("still", scan, "STALE", "ACTIVE"),
                guest("back", scan, "ACTIVE", "ACTIVE"),
                guest("unknown", scan, "UNKNOWN", "UNKNOWN"),
                guest("missed", older, "STALE", "ACTIVE")));
    open("still");
    var back = open("back");
    var unknown = open("unknown");
    var missed = open("missed");

    assertThat(store.lifecycleList().openButChanged(scan))
        .extracting(LifecycleRow::openingId)
        .containsExactlyInAnyOrder(back, unknown, missed);
  }

  @Test
  void a_guest_we_disabled_or_deleted_is_expected_to_look_that_way() {
    var scan = UUID.randomUUID();
    var older = UUID.randomUUID();
    store
        .guests()
        .upsert(
            List.of(
                guest("enabled again", scan, "STALE", "IN_PROGRESS"),
                guest("deleted", older, "STALE", "IN_PROGRESS"),
                guest("restored", scan, "STALE", "IN_PROGRESS")));
    var enabled = open("enabled again");
    store.lifecycles().stage(enabled, "DISABLED", "the grace", NOON);
    store.lifecycles().stage(open("deleted"), "DELETED", "the window", NOON);
    var restored = open("restored");
    store.lifecycles().stage(restored, "DELETED", "the window", NOON);

    assertThat(store.lifecycleList().openButChanged(scan))
        .extracting(LifecycleRow::openingId)
        .containsExactlyInAnyOrder(enabled, restored);
  }

  @Test
  void running_ones_are_counted_by_stage_and_closed_ones_by_outcome() {
    open("a");
    store.lifecycles().stage(open("b"), "ASKED", "Bob", null);
    store.lifecycles().close(open("c"), "KEPT", "x", NOON);

    assertThat(store.lifecycleList().byStage())
        .containsExactlyInAnyOrderEntriesOf(Map.of("OPENED", 1L, "ASKED", 1L));
    assertThat(store.lifecycleList().byOutcome()).containsExactlyEntriesOf(Map.of("KEPT", 1L));
  }

  @Test
  void lifecycles_are_listed_newest_first_in_pages() {
    var ids =
        IntStream.range(0, 5)
            .mapToObj(
                i -> store.lifecycles().open(lifecycle("g" + i, NOON.plusSeconds(i))).openingId())
            .toList();
    store.lifecycles().close(ids.get(1), "KEPT", "x", NOON);
    var first = store.lifecycleList().list(LifecycleFilter.all(2));
    var second =
        store
            .lifecycleList()
            .list(new LifecycleFilter(null, null, null, first.getLast().openingId(), 9));

    assertThat(first).extracting(LifecycleRow::openingId).containsExactly(ids.get(4), ids.get(3));
    assertThat(second)
        .extracting(LifecycleRow::openingId)
        .containsExactly(ids.get(2), ids.get(1), ids.get(0));
    assertThat(store.lifecycleList().list(new LifecycleFilter(false, null, "KEPT", null, 9)))
        .extracting(LifecycleRow::openingId)
        .containsExactly(ids.get(1));
    assertThat(store.lifecycleList().list(new LifecycleFilter(true, "OPENED", null, null, 9)))
        .hasSize(4);
  }
}
