package io.gatehouse.worker.house;

import io.gatehouse.guest.GuestLifecycleWorkflow;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.temporal.SearchAttributes;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;

/** A Temporal server without workers: it remembers what was started and signalled. */
public final class TryTemporal {
  private static final TestWorkflowEnvironment SERVER = start();

  private TryTemporal() {}

  private static TestWorkflowEnvironment start() {
    var options =
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter()).build());
    SearchAttributes.ALL.forEach(options::registerSearchAttribute);
    return TestWorkflowEnvironment.newInstance(options.build());
  }

  public static WorkflowClient client() {
    return SERVER.getWorkflowClient();
  }

  public static boolean runs(LifecycleRef ref) {
    try {
      return !history(WorkflowIds.guest(ref)).isEmpty();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  /** Names of the signals a workflow got. */
  public static List<String> signals(String workflowId) {
    return history(workflowId).stream()
        .filter(e -> e.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
        .map(e -> e.getWorkflowExecutionSignaledEventAttributes().getSignalName())
        .toList();
  }

  public static void terminate(LifecycleRef ref) {
    WorkflowStub.fromTyped(
            client().newWorkflowStub(GuestLifecycleWorkflow.class, WorkflowIds.guest(ref)))
        .terminate("a test");
  }

  private static List<HistoryEvent> history(String workflowId) {
    return client().fetchHistory(workflowId).getEvents();
  }
}
