package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.policy.Caps;
import io.gatehouse.safety.Effect;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlotReserverTest {
  private final TryHouse house = new TryHouse();
  private final SlotReserver reserver = new SlotReserver(house.house());
  private final Instant start = house.now();

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void two_a_day_and_three_a_week_leave_the_third_a_day_and_the_fourth_a_week_later() {
    disables(new Caps(2, 3, 100, 100));

    assertThat(slots(openings(5), Effect.DISABLE))
        .containsExactly(
            start,
            start,
            start.plus(Duration.ofDays(1)),
            start.plus(Duration.ofDays(7)),
            start.plus(Duration.ofDays(7)));
  }

  @Test
  void a_share_of_the_population_counts_when_it_is_smaller_and_leaves_room_for_one() {
    disables(new Caps(100, 100, 25, 100));
    var openings = openings(8); // a quarter of eight guests is two

    assertThat(slots(openings.subList(0, 3), Effect.DISABLE))
        .containsExactly(start, start, start.plus(Duration.ofDays(1)));

    disables(new Caps(100, 100, 1, 1));
    assertThat(reserver.reserve(Attempts.order(openings.get(3), Effect.DISABLE)))
        .isAfter(start.plus(Duration.ofDays(1)));
  }

  @Test
  void guests_who_are_gone_or_removed_are_no_population() {
    disables(new Caps(100, 100, 50, 100));
    var openings = openings(4); // half of four is two, half of two is one
    house.store().guests().setStanding(List.of(openings.get(2).guestId()), "GONE", "for this test");
    house
        .store()
        .guests()
        .setStanding(List.of(openings.get(3).guestId()), "REMOVED", "for this test");

    assertThat(slots(openings.subList(0, 2), Effect.DISABLE))
        .containsExactly(start, start.plus(Duration.ofDays(1)));
  }

  @Test
  void disables_and_deletes_have_caps_of_their_own() {
    disables(new Caps(1, 1, 100, 100));
    var openings = openings(2);

    assertThat(slots(openings, Effect.DISABLE))
        .containsExactly(start, start.plus(Duration.ofDays(7)));
    assertThat(slots(openings, Effect.SOFT_DELETE)).containsExactly(start, start);
  }

  @Test
  void asked_again_it_is_the_same_slot_and_the_lifecycle_shows_it() {
    LifecycleRef ref = openings(1).getFirst();
    Instant slot = reserver.reserve(Attempts.order(ref, Effect.DISABLE));
    house.clock().pass(Duration.ofMinutes(30));

    assertThat(reserver.reserve(Attempts.order(ref, Effect.DISABLE))).isEqualTo(slot);
    assertThat(house.lifecycle(ref).stage()).isEqualTo("RESERVED");
    assertThat(house.lifecycle(ref).nextAt()).isEqualTo(slot);
  }

  @Test
  void a_slot_missed_behind_a_closed_gate_is_replaced_so_that_the_opening_gate_breaks_no_cap() {
    disables(new Caps(1, 10, 100, 100));
    var openings = openings(3);
    slots(openings, Effect.DISABLE);
    house.clock().pass(Duration.ofDays(30));
    Instant reopened = house.now();

    assertThat(slots(openings, Effect.DISABLE))
        .containsExactly(
            reopened, reopened.plus(Duration.ofDays(1)), reopened.plus(Duration.ofDays(2)));
  }

  @Test
  void giving_back_needs_no_slot() {
    LifecycleRef ref = openings(1).getFirst();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reserver.reserve(Attempts.order(ref, Effect.ENABLE)))
        .withMessageContaining("needs no slot");
  }

  private void disables(Caps caps) {
    house.apply(TryPolicy.disables(caps));
  }

  private List<LifecycleRef> openings(int count) {
    return Arrays.stream(NamedGuest.values()).limit(count).map(house::opened).toList();
  }

  private List<Instant> slots(List<LifecycleRef> openings, Effect effect) {
    return openings.stream().map(ref -> reserver.reserve(Attempts.order(ref, effect))).toList();
  }
}
