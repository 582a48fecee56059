package io.gatehouse.starter.scan;

import io.gatehouse.actor.Action;
import io.gatehouse.evidence.Event;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.Proving;
import io.gatehouse.store.Store;
import io.gatehouse.store.scan.ScanRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A person's word that an unfit scan shows the tenant as it is: a tenant that really changed would
 * look unlike its past for ever.
 */
public final class ScanAcceptance {
  private final Store store;
  private final Clock clock;

  public ScanAcceptance(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The newest scan when it is unfit, complete and not accepted; later ones are held to it. */
  public Optional<ScanRow> accept(String reason, Hand hand) {
    Instant now = clock.instant();
    String by = hand.person().subject();
    return store.inTransaction(() -> {
      Optional<ScanRow> newest = store.scans().newest(1).stream().findFirst();
      Optional<ScanRow> accepted =
          newest.filter(scan -> store.scans().accept(scan.scanId(), now, by));
      accepted.ifPresent(scan -> {
        new Proving(store, clock)
            .prove(
                hand,
                Action.ACCEPT_SCAN,
                "accept the scan %s: %s".formatted(scan.scanId(), reason));
        store.ledger().append(event(scan, reason, now, by), null);
      });
      return accepted;
    });
  }

  private static Event event(ScanRow scan, String reason, Instant at, String by) {
    return new Event(
        "scan.accepted",
        "scan/%s/accepted".formatted(scan.scanId()),
        at,
        null,
        Map.of("population", scan.population(), "withDates", scan.withDates()),
        Map.of("actor", by, "reason", reason));
  }
}
