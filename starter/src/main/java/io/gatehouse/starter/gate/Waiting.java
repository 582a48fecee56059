package io.gatehouse.starter.gate;

import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;

/** The lifecycles that wait for the gate or the mode. */
public final class Waiting {
  private final Store store;
  private final WorkflowClient client;

  public Waiting(Store store, WorkflowClient client) {
    this.store = store;
    this.client = client;
  }

  /**
   * Tells them to look again.
   *
   * @return how many there are
   */
  public int wake() {
    int told = 0;
    for (LifecycleRow row : store.lifecycleList().waitingForGate()) {
      told += tell(row) ? 1 : 0;
    }
    return told;
  }

  /** False when the lifecycle ended meanwhile. */
  private boolean tell(LifecycleRow row) {
    var ref = new LifecycleRef(store.tenant(), row.guestId(), row.openingId().toString());
    try {
      client.newWorkflowStub(GuestLifecycleWorkflow.class, WorkflowIds.guest(ref)).lookAgain();
      return true;
    } catch (WorkflowNotFoundException ended) {
      return false;
    }
  }
}
