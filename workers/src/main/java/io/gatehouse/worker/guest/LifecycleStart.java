package io.gatehouse.worker.guest;

import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Opening;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Trigger;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.SearchAttributes;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.House;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Starts the workflows of recorded lifecycles. Needs no directory, so any worker can. */
public final class LifecycleStart {
  private final House house;
  private final WorkflowClient temporal;

  public LifecycleStart(House house, WorkflowClient temporal) {
    this.house = house;
    this.temporal = temporal;
  }

  /** Starts the workflow of each row; one that runs already is left alone. */
  public void start(List<LifecycleRow> rows) {
    var started = new HashMap<UUID, String>();
    try {
      for (LifecycleRow row : rows) {
        started.put(row.openingId(), start(row).getRunId());
      }
    } finally {
      house.store().lifecycles().started(started, house.now());
    }
  }

  private WorkflowExecution start(LifecycleRow row) {
    var ref = new LifecycleRef(house.tenant(), row.guestId(), row.openingId().toString());
    var opening =
        new Opening(
            ref,
            Trigger.valueOf(row.trigger()),
            Wire.read(row.plan(), Plan.class),
            row.policyVersion());
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(WorkflowIds.guest(ref))
            .setTaskQueue(TaskQueues.CORE)
            .setWorkflowIdReusePolicy(
                WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
            .setWorkflowIdConflictPolicy(
                WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
            .setTypedSearchAttributes(SearchAttributes.atStart(opening, house.now()))
            .setStaticSummary(
                "%s, opening %s".formatted(Trigger.valueOf(row.trigger()).words(), row.openingId()))
            .setStaticDetails(
                "Opened under policy version %d. [Who the guest is](%s/lifecycles/%s) stands in Gatehouse."
                    .formatted(row.policyVersion(), house.pages(), row.openingId()))
            .build();
    return WorkflowClient.start(
        temporal.newWorkflowStub(GuestLifecycleWorkflow.class, options)::run, opening);
  }
}
