package io.gatehouse.store.lifecycle;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void of_many_guests_each_gets_what_is_open_for_them_in_their_order() {
    var running = store.lifecycles().open(lifecycle("ann"));
    var bob = lifecycle("bob");
    var cleo = lifecycle("cleo");

    assertThat(store.lifecycles().open(List.of(bob, lifecycle("ann"), cleo)))
        .containsExactly(bob, running, cleo);
    assertThat(store.lifecycleList().ofGuest("ann")).hasSize(1);
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
    store.lifecycles().started(Map.of(id, "a run"), NOON.plusSeconds(1));
    store.lifecycles().started(Map.of(id, "a run"), NOON.plusSeconds(99));
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
  void of_many_guests_those_with_a_running_lifecycle_are_told() {
    open("ann");
    open("bob");
    store.lifecycles().close(open("cleo"), "KEPT", "x", NOON);

    assertThat(store.lifecycles().openAmong(List.of("ann", "cleo", "dan"))).containsExactly("ann");
    assertThat(store.lifecycles().openAmong(List.of())).isEmpty();
    assertThat(DATABASE.store("another").lifecycles().openAmong(List.of("ann"))).isEmpty();
  }

  @Test
  void a_trigger_nobody_knows_is_refused() {
    var row = lifecycle("ann", "BORED", NOON);

    assertThatThrownBy(() -> store.lifecycles().open(row))
        .rootCause()
        .hasMessageContaining("lifecycle_trigger_check");
  }
}
