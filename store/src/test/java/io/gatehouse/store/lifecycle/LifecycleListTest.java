package io.gatehouse.store.lifecycle;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleListTest {

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

  @Test
  void opened_rows_that_never_started_can_be_found_oldest_first() {
    var late = store.lifecycles().open(lifecycle("late", NOON.plusSeconds(9))).openingId();
    var early = store.lifecycles().open(lifecycle("early", NOON)).openingId();
    store.lifecycles().started(Map.of(open("running"), "a run"), NOON);
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
  void those_that_need_a_person_are_listed_with_their_reason_oldest_first() {
    var late = store.lifecycles().open(lifecycle("late", NOON.plusSeconds(9))).openingId();
    var early = store.lifecycles().open(lifecycle("early", NOON)).openingId();
    var helped = open("helped");
    open("well");
    var closed = open("closed");
    for (var id : new UUID[] {late, early, helped, closed}) {
      store.lifecycles().needsOperator(id, "Graph refuses: the app lacks a role");
    }
    store.lifecycles().stage(helped, "ASKED", "Bob", null);
    store.lifecycles().close(closed, "FAILED", "x", NOON);

    var parked = store.lifecycleList().parked();

    assertThat(parked).extracting(LifecycleRow::openingId).containsExactly(early, late);
    assertThat(parked)
        .extracting(LifecycleRow::operatorReason)
        .containsOnly("Graph refuses: the app lacks a role");
  }

  @Test
  void closed_ones_are_summed_per_path() {
    closed("a", "INACTIVE", "KEPT");
    closed("b", "INACTIVE", "REMOVED");
    closed("c", "INACTIVE", "KEPT");
    closed("d", "ATTESTATION_DUE", "KEPT");
    open("running");

    assertThat(store.lifecycleList().byTriggerAndOutcome())
        .containsExactly(
            new PathCount("ATTESTATION_DUE", "KEPT", 1),
            new PathCount("INACTIVE", "KEPT", 2),
            new PathCount("INACTIVE", "REMOVED", 1));
  }

  private void closed(String guestId, String trigger, String outcome) {
    var id = store.lifecycles().open(lifecycle(guestId, trigger, NOON)).openingId();
    store.lifecycles().close(id, outcome, "x", NOON);
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
