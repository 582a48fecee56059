package io.gatehouse.worker.watch;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Outcome;
import io.gatehouse.safety.Effect;
import io.gatehouse.store.Store;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Closes open lifecycles whose workflow was ended in Temporal before it could say anything: by a
 * terminate, a time-out, a failure, or with its whole history.
 */
final class ForcedEnds {
  private static final String WORDS = "ended in Temporal without a word";

  private final House house;
  private final LifecycleRecorder recorder;
  private final Chronicle chronicle;

  ForcedEnds(House house) {
    this.house = house;
    this.recorder = new LifecycleRecorder(house);
    this.chronicle = new Chronicle(house);
  }

  /**
   * Closes the lifecycle unless it recorded its end meanwhile.
   *
   * @return whether this closed it
   */
  boolean close(LifecycleRef ref, Sight.Ended end) {
    return house.store().inTransaction(() -> closeIfOpen(ref, end));
  }

  private boolean closeIfOpen(LifecycleRef ref, Sight.Ended end) {
    Store store = house.store();
    UUID openingId = UUID.fromString(ref.openingId());
    store.lifecycles().lock(openingId); // whoever closes it now is waited for
    if (!store.lifecycles().find(openingId).orElseThrow().isOpen()) {
      return false;
    }
    chronicle.append(
        ref,
        "lifecycle.ended",
        "ended",
        house.now(),
        Map.of("how", end.how()),
        Map.of("by", end.by(), "reason", end.reason()));
    recorder.close(ref, closing(openingId));
    store.stuck().clear(openingId);
    return true;
  }

  private Closing closing(UUID openingId) {
    List<String> keys =
        house.store().ledger().of(openingId).stream().map(EntryRow::entryKey).toList();
    String opening = openingId + "/";
    boolean disabled = proved(keys, opening + Effect.DISABLE);
    if (proved(keys, opening + Effect.ENABLE)) {
      return new Closing(Outcome.STOOD_DOWN, WORDS + ", the account was given back before", null);
    }
    if (disabled || intended(keys, opening + Effect.DISABLE)) {
      return new Closing(
          Outcome.FAILED,
          WORDS + ", the account " + (disabled ? "is left disabled" : "may be left disabled"),
          null);
    }
    return new Closing(Outcome.STOOD_DOWN, WORDS, null);
  }

  private static boolean proved(List<String> keys, String effect) {
    return keys.contains(effect + "/1/proof");
  }

  /** An intent that did not lapse may have been carried out before anybody could prove it. */
  private static boolean intended(List<String> keys, String effect) {
    return count(keys, effect + "/1/intent") > count(keys, effect + "/1/lapsed");
  }

  private static long count(List<String> keys, String start) {
    return keys.stream().filter(key -> key.startsWith(start)).count();
  }
}
