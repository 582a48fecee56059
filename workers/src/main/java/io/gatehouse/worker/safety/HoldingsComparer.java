package io.gatehouse.worker.safety;

import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.safety.Comparison;
import io.gatehouse.safety.HoldingActivities;
import io.gatehouse.worker.house.Failures;
import io.gatehouse.worker.house.House;
import java.util.OptionalInt;

/** Compares what somebody else gave back with what was recorded before the disable. */
public final class HoldingsComparer implements HoldingActivities {
  private final EffectLedger ledger;
  private final Observation observation;

  /**
   * @param looker reads under a registration of the acting side's own
   */
  public HoldingsComparer(House house, DirectoryReader looker) {
    this.ledger = new EffectLedger(house);
    this.observation = new Observation(house, looker, ledger);
  }

  @Override
  public int compare(Comparison comparison) {
    OptionalInt before = ledger.compared(comparison);
    return before.isPresent()
        ? before.getAsInt()
        : ledger.compare(
            comparison,
            Failures.translated(() -> observation.holdings(comparison.ref().guestId())));
  }
}
