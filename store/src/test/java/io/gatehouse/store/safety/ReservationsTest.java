package io.gatehouse.store.safety;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final RollingCaps ONE_A_DAY = new RollingCaps(1, 5);

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

  private Instant disable(UUID opening) {
    return store.reservations().reserve(opening, "DISABLE", 1, NOON, ONE_A_DAY, NOON);
  }

  @Test
  void slots_follow_each_other_under_the_cap() {
    assertThat(disable(opening())).isEqualTo(NOON);
    assertThat(disable(opening())).isEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(disable(opening())).isEqualTo(NOON.plus(Duration.ofDays(2)));
  }

  @Test
  void what_counts_against_the_caps_is_what_lies_in_the_last_day_and_week() {
    var given = opening();
    disable(given); // at noon
    disable(opening()); // a day later
    disable(opening()); // two days later
    store.reservations().release(given, "DISABLE", 1, NOON);

    assertThat(store.reservations().used(NOON.plus(Duration.ofDays(2))))
        .containsExactly(new SlotUse("DISABLE", 1, 2));
    assertThat(store.reservations().used(NOON.plus(Duration.ofDays(30)))).isEmpty();
  }

  @Test
  void asking_again_gives_the_same_slot_whatever_is_asked_for() {
    var opening = opening();
    var slot = disable(opening);

    var again =
        store
            .reservations()
            .reserve(opening, "DISABLE", 1, NOON.plusSeconds(9999), new RollingCaps(9, 9), NOON);

    assertThat(again).isEqualTo(slot);
    assertThat(disable(opening())).isEqualTo(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void a_slot_missed_by_more_than_an_hour_is_replaced_so_that_late_effects_keep_under_the_caps() {
    var late = opening();
    var later = opening();
    disable(late);
    disable(later);
    var reopened = NOON.plus(Duration.ofDays(10));

    var first = store.reservations().reserve(late, "DISABLE", 1, NOON, ONE_A_DAY, reopened);
    var second = store.reservations().reserve(later, "DISABLE", 1, NOON, ONE_A_DAY, reopened);

    assertThat(first).isEqualTo(reopened);
    assertThat(second).isEqualTo(reopened.plus(Duration.ofDays(1)));
  }

  @Test
  void a_slot_missed_by_less_than_an_hour_still_counts() {
    var opening = opening();
    var slot = disable(opening);

    var again =
        store
            .reservations()
            .reserve(opening, "DISABLE", 1, NOON, ONE_A_DAY, slot.plus(Duration.ofMinutes(59)));

    assertThat(again).isEqualTo(slot);
  }

  @Test
  void a_slot_never_lies_in_the_past() {
    var slot =
        store
            .reservations()
            .reserve(opening(), "DISABLE", 1, NOON.minus(Duration.ofDays(3)), ONE_A_DAY, NOON);

    assertThat(slot).isEqualTo(NOON);
  }

  @Test
  void disables_and_deletes_have_caps_of_their_own() {
    var opening = opening();
    disable(opening);

    assertThat(store.reservations().reserve(opening, "SOFT_DELETE", 1, NOON, ONE_A_DAY, NOON))
        .isEqualTo(NOON);
  }

  @Test
  void another_tenants_slots_do_not_count() {
    disable(opening());
    store = DATABASE.store(UUID.randomUUID().toString());

    assertThat(disable(opening())).isEqualTo(NOON);
  }

  @Test
  void a_released_slot_is_free_for_others() {
    var first = opening();
    disable(first);

    store.reservations().release(first, "DISABLE", 1, NOON);

    assertThat(disable(opening())).isEqualTo(NOON);
    assertThat(store.reservations().find(first, "DISABLE", 1))
        .hasValueSatisfying(row -> assertThat(row.releasedAt()).isEqualTo(NOON));
  }

  @Test
  void who_released_a_slot_and_asks_again_gets_a_new_one() {
    var first = opening();
    disable(first);
    store.reservations().release(first, "DISABLE", 1, NOON);
    disable(opening());

    assertThat(disable(first)).isEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(store.reservations().find(first, "DISABLE", 1))
        .hasValueSatisfying(row -> assertThat(row.releasedAt()).isNull());
  }

  @Test
  void the_slots_ahead_are_counted_by_utc_day_and_effect() {
    var evening = Instant.parse("2026-03-02T23:30:00Z");
    slot("DISABLE", NOON.minusSeconds(60));
    slot("DISABLE", NOON);
    slot("DISABLE", evening);
    slot("SOFT_DELETE", evening);
    slot("DISABLE", Instant.parse("2026-03-03T00:00:00Z"));
    slot("DISABLE", Instant.parse("2026-03-04T00:00:00Z"));
    var released = slot("DISABLE", Instant.parse("2026-03-03T09:00:00Z"));
    store.reservations().release(released, "DISABLE", 1, NOON);

    assertThat(store.reservations().ahead(NOON, 2))
        .containsExactly(
            new SlotDay(LocalDate.parse("2026-03-02"), "DISABLE", 2),
            new SlotDay(LocalDate.parse("2026-03-02"), "SOFT_DELETE", 1),
            new SlotDay(LocalDate.parse("2026-03-03"), "DISABLE", 1));
  }

  @Test
  void what_is_planned_and_has_no_slot_yet_is_counted_by_day_beside_the_slots() {
    var told = at("NOTICE", Duration.ofDays(1));
    store.lifecycles().disablePlanned(told, NOON.plus(Duration.ofDays(1)));
    at("DISABLED", Duration.ofDays(1));
    at("DISABLED", Duration.ofDays(-3));
    at("DISABLED", Duration.ofDays(9));
    at("ASKED", Duration.ofDays(1));
    at("DELETED", Duration.ofDays(1));
    at("NOTICE", Duration.ofDays(1)); // under notify: nobody was told of a day
    store.lifecycles().stage(at("DISABLED", Duration.ofDays(1)), "DISABLED", "GATE", null);
    store.lifecycles().needsOperator(at("DISABLED", Duration.ofDays(1)), "x");
    store.lifecycles().close(at("DISABLED", Duration.ofDays(1)), "GONE", "x", NOON);

    assertThat(store.reservations().planned(NOON, 3))
        .containsExactly(
            new SlotDay(LocalDate.parse("2026-03-02"), "SOFT_DELETE", 1),
            new SlotDay(LocalDate.parse("2026-03-03"), "DISABLE", 1),
            new SlotDay(LocalDate.parse("2026-03-03"), "SOFT_DELETE", 1));
  }

  @Test
  void an_effect_is_planned_or_reserved_and_never_both() {
    var reserved = at("RESERVED", Duration.ZERO);
    disable(reserved);
    var missed = at("RESERVED", Duration.ofDays(2));
    store.reservations().reserve(missed, "SOFT_DELETE", 1, NOON, new RollingCaps(9, 9), NOON);
    assertThat(store.reservations().planned(NOON, 9)).isEmpty();

    store.reservations().release(missed, "SOFT_DELETE", 1, NOON);

    assertThat(store.reservations().ahead(NOON, 9))
        .containsExactly(new SlotDay(LocalDate.parse("2026-03-02"), "DISABLE", 1));
    assertThat(store.reservations().planned(NOON, 9))
        .containsExactly(new SlotDay(LocalDate.parse("2026-03-04"), "SOFT_DELETE", 1));
  }

  private UUID at(String stage, Duration ahead) {
    var opening = opening();
    store.lifecycles().stage(opening, stage, "x", NOON.plus(ahead));
    return opening;
  }

  @Test
  void the_next_slots_are_listed_soonest_first() {
    slot("DISABLE", NOON.minusSeconds(60));
    var second = slot("DISABLE", NOON.plusSeconds(120));
    var first = slot("SOFT_DELETE", NOON.plusSeconds(60));
    slot("DISABLE", NOON.plusSeconds(180));
    var released = slot("DISABLE", NOON);
    store.reservations().release(released, "DISABLE", 1, NOON);

    assertThat(store.reservations().upcoming(NOON, 2))
        .extracting(ReservationRow::openingId)
        .containsExactly(first, second);
  }

  private UUID slot(String effect, Instant at) {
    var opening = opening();
    store.reservations().reserve(opening, effect, 1, at, new RollingCaps(99, 99), at);
    return opening;
  }

  @Test
  void a_slot_of_last_week_still_counts_for_the_week() {
    var week = new RollingCaps(5, 1);
    store.reservations().reserve(opening(), "DISABLE", 1, NOON, week, NOON);
    var threeDaysLater = NOON.plus(Duration.ofDays(3));

    assertThat(
            store
                .reservations()
                .reserve(opening(), "DISABLE", 1, threeDaysLater, week, threeDaysLater))
        .isEqualTo(NOON.plus(Duration.ofDays(7)));
  }

  @Test
  void many_who_ask_at_once_never_share_a_day() throws Exception {
    int askers = 8;
    var openings = IntStream.range(0, askers).mapToObj(_ -> opening()).toList();
    var together = new CyclicBarrier(askers);
    try (var threads = Executors.newFixedThreadPool(askers)) {
      var slots =
          openings.stream()
              .map(opening ->
                  threads.submit(() -> {
                    together.await();
                    return store
                        .reservations()
                        .reserve(opening, "DISABLE", 1, NOON, new RollingCaps(1, 100), NOON);
                  }))
              .toList();
      var expected =
          IntStream.range(0, askers).mapToObj(day -> NOON.plus(Duration.ofDays(day))).toList();
      for (var slot : slots) {
        assertThat(expected).contains(slot.get());
      }
      assertThat(slots).extracting(slot -> slot.get()).doesNotHaveDuplicates();
    }
  }
}
