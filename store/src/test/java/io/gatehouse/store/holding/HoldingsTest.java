package io.gatehouse.store.holding;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldingsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final HoldingKey TEAM = new HoldingKey("GROUP", "team");
  private static final HoldingKey BOB = new HoldingKey("SPONSOR", "bob");

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  private UUID opening() {
    return store.lifecycles().open(lifecycle(UUID.randomUUID().toString())).openingId();
  }

  private static HoldingRow seen(HoldingKey what) {
    return HoldingRow.seen(what, NOON);
  }

  @Test
  void what_a_guest_held_is_kept_per_opening() {
    var opening = opening();
    store.holdings().record(opening, List.of(seen(BOB), seen(TEAM)));
    store.holdings().record(opening, List.of());

    assertThat(store.holdings().of(opening)).containsExactly(seen(TEAM), seen(BOB));
    assertThat(store.holdings().of(opening)).extracting(HoldingRow::key).containsExactly(TEAM, BOB);
    assertThat(store.holdings().of(opening())).isEmpty();
    assertThat(DATABASE.store("another").holdings().of(opening)).isEmpty();
  }

  @Test
  void the_first_look_counts_and_a_later_one_only_adds() {
    var opening = opening();
    store.holdings().record(opening, List.of(seen(TEAM)));

    var later = NOON.plusSeconds(60);
    store
        .holdings()
        .record(opening, List.of(HoldingRow.seen(TEAM, later), HoldingRow.seen(BOB, later)));

    assertThat(store.holdings().of(opening))
        .containsExactly(seen(TEAM), HoldingRow.seen(BOB, later));
  }

  @Test
  void what_a_restore_did_not_bring_back_says_when_that_was_first_seen() {
    var opening = opening();
    var other = opening();
    var role = new HoldingKey("ROLE", "team"); // same id, another kind
    store.holdings().record(opening, List.of(seen(TEAM), seen(BOB), seen(role)));
    store.holdings().record(other, List.of(seen(TEAM)));

    store.holdings().missing(opening, List.of(TEAM), NOON.plusSeconds(5));
    store.holdings().missing(opening, List.of(TEAM, BOB), NOON.plusSeconds(9));
    store.holdings().missing(opening, List.of(), NOON.plusSeconds(9));

    assertThat(store.holdings().of(opening))
        .containsExactly(
            missing(TEAM, NOON.plusSeconds(5)), seen(role), missing(BOB, NOON.plusSeconds(9)));
    assertThat(store.holdings().of(other)).containsExactly(seen(TEAM));
  }

  private static HoldingRow missing(HoldingKey what, Instant at) {
    return new HoldingRow(what.kind(), what.objectId(), NOON, at);
  }

  @Test
  void a_kind_nobody_knows_is_refused() {
    var opening = opening();
    var hat = seen(new HoldingKey("HAT", "red"));

    assertThatThrownBy(() -> store.holdings().record(opening, List.of(hat)))
        .rootCause()
        .hasMessageContaining("holding_kind_check");
  }
}
