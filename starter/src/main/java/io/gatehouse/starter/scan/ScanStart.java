package io.gatehouse.starter.scan;

import io.gatehouse.guest.ScanRequest;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.WorkflowIds;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.util.Optional;

/** Starts a scan, or joins the one that runs: two at once would read the same guests. */
public final class ScanStart {
  private ScanStart() {}

  /** By the tenant's schedule where there is one, so that its own runs and ours never meet. */
  public static WorkflowStub now(WorkflowClient client, String tenant) {
    return scheduled(client, WorkflowIds.scan(tenant))
        .map(run -> client.newUntypedWorkflowStub(run))
        .orElseGet(() -> started(client, tenant));
  }

  private static Optional<String> scheduled(WorkflowClient client, String id) {
    var schedules = new Schedules(client);
    try {
      return schedules.find(id).flatMap(_ -> schedules.run(id));
    } catch (RuntimeException e) {
      if (unknown(e)) { // the server in the JVM has no schedules
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean unknown(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException status
          && status.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return true;
      }
    }
    return false;
  }

  private static WorkflowStub started(WorkflowClient client, String tenant) {
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
