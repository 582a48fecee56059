package io.gatehouse.worker.safety;

import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Standing;
import io.gatehouse.policy.Caps;
import io.gatehouse.policy.Policy;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.ReservationActivities;
import io.gatehouse.store.Store;
import io.gatehouse.store.safety.RollingCaps;
import io.gatehouse.worker.house.House;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Hands out slots under the policy's caps, in order of asking. */
public final class SlotReserver implements ReservationActivities {
  private static final Set<String> NOT_THERE =
      Set.of(Standing.REMOVED.name(), Standing.GONE.name());

  private final House house;

  public SlotReserver(House house) {
    this.house = house;
  }

  @Override
  public Instant reserve(EffectOrder order) {
    return house.store().inTransaction(() -> reserve(order, house.now()));
  }

  private Instant reserve(EffectOrder order, Instant now) {
    Store store = house.store();
    Caps.Counts counts = caps(order.effect()).forPopulation(population(store));
    UUID openingId = UUID.fromString(order.ref().openingId());
    Instant slot =
        store
            .reservations()
            .reserve(
                openingId,
                order.effect().name(),
                order.ordinal(),
                now,
                new RollingCaps(counts.perDay(), counts.perWeek()),
                now);
    store
        .lifecycles()
        .stage(openingId, Stage.RESERVED.name(), "a slot to " + order.effect().words(), slot);
    return slot;
  }

  private Caps caps(Effect effect) {
    Policy.EffectCaps caps = house.policy().policy().caps();
    return switch (effect) {
      case DISABLE -> caps.disables();
      case SOFT_DELETE -> caps.deletes();
      case RESTORE, ENABLE ->
          throw new IllegalArgumentException("giving back needs no slot: " + effect);
    };
  }

  private static long population(Store store) {
    return store.guestList().byStanding().entrySet().stream()
        .filter(count -> !NOT_THERE.contains(count.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
