package io.gatehouse.starter.gate;

import io.gatehouse.evidence.Event;
import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Closes and opens the gate by hand; both are evidence. */
public final class Gate {
  private final Store store;
  private final String tenant;
  private final Clock clock;

  public Gate(Store store, String tenant, Clock clock) {
    this.store = store;
    this.tenant = tenant;
    this.clock = clock;
  }

  /** From the end of this call on no effect begins that takes access away. */
  public void close(String reason, String by) {
    Instant now = clock.instant();
    store.inTransaction(() -> {
      store.safety().closeGate(reason, now, by);
      store.ledger().append(event("gate.closed", reason, now, by), null);
    });
  }

  /**
   * Opens the gate and tells those who wait for it.
   *
   * @return how many lifecycles look again
   */
  public int open(String reason, String by, WorkflowClient client) {
    Instant now = clock.instant();
    store.inTransaction(() -> {
      store.safety().openGate(reason, now, by);
      store.ledger().append(event("gate.opened", reason, now, by), null);
    });
    return wake(client);
  }

  /**
   * Tells those who wait for the gate or the mode to look again.
   *
   * @return how many there are
   */
  public int wake(WorkflowClient client) {
    int told = 0;
    for (LifecycleRow row : store.lifecycleList().waitingForGate()) {
      told += tell(row, client) ? 1 : 0;
    }
    return told;
  }

  /** False when the lifecycle ended meanwhile. */
  private boolean tell(LifecycleRow row, WorkflowClient client) {
    var ref = new LifecycleRef(tenant, row.guestId(), row.openingId().toString());
    try {
      client.newWorkflowStub(GuestLifecycleWorkflow.class, WorkflowIds.guest(ref)).lookAgain();
      return true;
    } catch (WorkflowNotFoundException ended) {
      return false;
    }
  }

  private static Event event(String kind, String reason, Instant at, String by) {
    return new Event(
        kind,
        kind + "/" + at,
        at,
        null,
        Map.of("how", "by hand"),
        Map.of("actor", by, "reason", reason));
  }
}
