package io.gatehouse.observe;

import io.gatehouse.policy.Caps;
import io.gatehouse.policy.Policy;
import io.gatehouse.safety.Effect;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.safety.SafetyRow;
import io.gatehouse.store.safety.SlotUse;
import io.gatehouse.store.scan.ScanRow;
import io.gatehouse.temporal.Wire;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the house stands at one moment, in numbers.
 *
 * @param openByStage open lifecycles; a stage without any is missing
 * @param slots those of the last day and week, by effect; an effect without any is missing
 * @param caps for as many guests as are there; none without a policy that can be read
 * @param stuck open lifecycles that cannot go on in Temporal
 * @param scan the newest that came to its end
 * @param watched when the watch had looked at every open lifecycle
 * @param oldestAnswer when the oldest answer was given that no lifecycle has heard
 */
public record Standing(
    Map<String, Long> openByStage,
    int needOperator,
    int stuck,
    SafetyRow safety,
    List<SlotUse> slots,
    Map<Effect, Caps.Counts> caps,
    @Nullable ScanRow scan,
    @Nullable Instant watched,
    int undelivered,
    @Nullable Instant oldestAnswer) {
  /** More than this many scans in a row that never ended are as bad as none at all. */
  private static final int SCANS = 20;

  static Standing read(Store store, Instant now) {
    List<AnswerRow> answers = store.answers().recorded();
    return new Standing(
        store.lifecycleList().byStage(),
        store.lifecycleList().parked().size(),
        store.stuck().all().size(),
        store.safety().current(),
        store.reservations().used(now),
        caps(store),
        finished(store).orElse(null),
        store.watched().newest().orElse(null),
        answers.size(),
        answers.stream().map(AnswerRow::answeredAt).min(Instant::compareTo).orElse(null));
  }

  /** As the reserving worker counts them. */
  private static Map<Effect, Caps.Counts> caps(Store store) {
    var caps = new EnumMap<Effect, Caps.Counts>(Effect.class);
    store
        .policies()
        .newest()
        .filter(row -> Wire.read(row.body(), Map.class).containsKey("triggers")) // of this format
        .map(row -> Wire.read(row.body(), Policy.class).caps())
        .ifPresent(each -> {
          long there = there(store.guestList().byStanding());
          caps.put(Effect.DISABLE, each.disables().forPopulation(there));
          caps.put(Effect.SOFT_DELETE, each.deletes().forPopulation(there));
        });
    return caps;
  }

  private static long there(Map<String, Long> standings) {
    return standings.entrySet().stream()
        .filter(each ->
            !each.getKey().equals(io.gatehouse.guest.Standing.REMOVED.name())
                && !each.getKey().equals(io.gatehouse.guest.Standing.GONE.name()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many slots of an effect lie in the last day and week. */
  SlotUse used(Effect effect) {
    return slots.stream()
        .filter(each -> each.effect().equals(effect.name()))
        .findFirst()
        .orElse(new SlotUse(effect.name(), 0, 0));
  }

  private static Optional<ScanRow> finished(Store store) {
    return store.scans().newest(SCANS).stream()
        .filter(scan -> scan.finishedAt() != null)
        .findFirst();
  }
}
