package io.gatehouse.worker.guest;

import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.ScanActivities;
import io.gatehouse.policy.Mode;
import io.gatehouse.safety.Judgement;
import io.gatehouse.safety.ScanJudge;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.safety.SafetyRow;
import io.gatehouse.store.scan.ScanJudgement;
import io.gatehouse.store.scan.ScanRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records scans, judges them, and wakes lifecycles whose guest looks different now. */
public final class ScanRecorder implements ScanActivities {
  /** A scan is compared with this many before it. */
  private static final int EARLIER = 5;

  private final House house;
  private final WorkflowClient temporal;
  private final LifecycleStart lifecycles;
  private final Chronicle chronicle;

  public ScanRecorder(House house, WorkflowClient temporal) {
    this.house = house;
    this.temporal = temporal;
    this.lifecycles = new LifecycleStart(house, temporal);
    this.chronicle = new Chronicle(house);
  }

  @Override
  public void begin(String scanId) {
    Store store = house.store();
    store
        .scans()
        .begin(UUID.fromString(scanId), house.now(), house.mode().name(), house.policy().version());
  }

  @Override
  public Judgement judge(String scan, @Nullable String failure) {
    UUID scanId = UUID.fromString(scan);
    return house.store().inTransaction(() -> judge(scanId, failure, house.now()));
  }

  private Judgement judge(UUID scanId, @Nullable String failure, Instant now) {
    Store store = house.store();
    ScanRow begun = store.scans().find(scanId).orElseThrow();
    List<ScanRow> earlier = store.scans().fitBefore(begun.startedAt(), EARLIER);
    ScanFigures figures = ScanFigures.of(store, scanId, now, failure);
    Judgement judgement =
        ScanJudge.judge(
            figures.toJudge(),
            earlier.stream().map(ScanFigures::earlier).toList(),
            house.policy().policy().scan());
    String manifest = new ScanManifest(house).of(begun, figures, earlier, judgement);
    String hash = ScanManifest.hash(manifest);
    var row = figures.row(kind(judgement), reasons(judgement), hash);
    store.scans().judged(scanId, row);
    store.scans().recordManifest(scanId, manifest);
    if (judgement instanceof Judgement.Fit) {
      store.guests().markMissingAsGone(scanId, now);
    }
    if (judgement instanceof Judgement.Unfit && store.safety().current().gateIsOpen()) {
      store.safety().closeGate("unfit scan: " + String.join("; ", row.reasons()), now, "scan");
      // Under a key that nobody can take beforehand: whether the gate is open is read from this.
      chronicle.append(
          "gate.closed",
          "gate/scan/%s/%s".formatted(scanId, hash),
          now,
          Map.of("reasons", row.reasons()));
    }
    chronicle.append("scan.judged", "scan/" + scanId, now, entry(row, hash));
    return judgement;
  }

  @Override
  public void tellRunning(String scanId) {
    lifecycles.start(house.store().lifecycleList().notStarted());
    for (LifecycleRow row : house.store().lifecycleList().openButChanged(UUID.fromString(scanId))) {
      tell(row);
    }
    SafetyRow safety = house.store().safety().current();
    if (safety.gateIsOpen() && Mode.valueOf(safety.mode()) != Mode.OBSERVE) {
      // Whoever began to wait while the gate opened or the mode changed was not told of it.
      house.store().lifecycleList().waitingForGate().forEach(this::tell);
    }
  }

  private void tell(LifecycleRow row) {
    var ref = new LifecycleRef(house.tenant(), row.guestId(), row.openingId().toString());
    try {
      temporal.newWorkflowStub(GuestLifecycleWorkflow.class, WorkflowIds.guest(ref)).lookAgain();
    } catch (WorkflowNotFoundException _) {
      return; // its closing is being recorded, or the watch finds out what became of it
    }
  }

  @Override
  public void finish(String scanId, int opened) {
    house.store().scans().finish(UUID.fromString(scanId), opened, house.now());
  }

  static String kind(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Fit _ -> "FIT";
      case Judgement.TooEarly _ -> "TOO_EARLY";
      case Judgement.Unfit _ -> "UNFIT";
    };
  }

  static List<String> reasons(Judgement judgement) {
    return switch (judgement) {
      case Judgement.Fit _ -> List.of();
      case Judgement.TooEarly early -> List.of(early.reason());
      case Judgement.Unfit unfit -> unfit.reasons();
    };
  }

  /** Counts anybody may read, and the hash that ties the whole manifest to the ledger. */
  private static Map<String, Object> entry(ScanJudgement row, String hash) {
    return Map.of(
        "judgement", row.judgement(),
        "reasons", row.reasons(),
        "pages", row.pages(),
        "population", row.population(),
        "withDates", row.withDates(),
        "unknown", row.unknown(),
        "unreadable", row.unreadable(),
        "due", row.due(),
        "manifest", hash);
  }
}
