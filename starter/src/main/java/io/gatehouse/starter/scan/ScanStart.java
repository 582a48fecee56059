package io.gatehouse.starter.scan;

import io.gatehouse.guest.ScanRequest;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;

/** Starts a scan, or joins the one that runs: two at once would read the same guests. */
public final class ScanStart {
  private ScanStart() {}

  public static WorkflowStub now(WorkflowClient client, String tenant) {
    WorkflowStub scan =
        client.newUntypedWorkflowStub(
            "GuestScanWorkflow",
            WorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.scan(tenant))
                .setTaskQueue(TaskQueues.CORE)
                .setWorkflowIdConflictPolicy(
                    WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setStaticSummary("scan of all guests")
                .setStaticDetails("Reads every guest, judges the reading, opens lifecycles.")
                .build());
    scan.start(new ScanRequest(tenant));
    return scan;
  }
}
