package io.gatehouse.worker.watch;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingWorkflowTaskInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at single workflows. By describing each: lists lag behind, and a server before 1.30 does
 * not list failing workflow tasks.
 */
record Eye(WorkflowClient temporal) {
  /** The first failures may pass, a deployment under way for example; Temporal retries for ever. */
  private static final int FAILING = 3;

  /**
   * What becomes of a workflow.
   *
   * @param firstRun the run that it began with; null when any will do
   */
  Sight at(String workflowId, @Nullable String firstRun) {
    WorkflowExecutionDescription seen;
    try {
      seen = temporal.newUntypedWorkflowStub(workflowId).describe();
    } catch (WorkflowNotFoundException unknown) {
      return new Sight.Unknown();
    }
    // A reset keeps the first run of what it resets; a run that somebody starts has its own.
    String first = seen.getRawDescription().getWorkflowExecutionInfo().getFirstRunId();
    if (firstRun != null && !first.isEmpty() && !first.equals(firstRun)) {
      return new Sight.Ended("REPLACED", "", "");
    }
    return switch (seen.getStatus()) {
      case WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED ->
          terminated(seen.getExecution());
      case WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT ->
          new Sight.Ended("TIMED_OUT", "", "");
      case WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED ->
          new Sight.Ended("FAILED", "", "");
      default -> running(seen);
    };
  }

  private Sight terminated(WorkflowExecution run) {
    return newest(run).stream()
        .filter(HistoryEvent::hasWorkflowExecutionTerminatedEventAttributes)
        .map(HistoryEvent::getWorkflowExecutionTerminatedEventAttributes)
        .map(it -> new Sight.Ended("TERMINATED", it.getIdentity(), it.getReason()))
        .findFirst()
        .orElse(new Sight.Ended("TERMINATED", "", ""));
  }

  private Sight running(WorkflowExecutionDescription seen) {
    var raw = seen.getRawDescription();
    PendingWorkflowTaskInfo task = raw.getPendingWorkflowTask();
    if (!raw.hasPendingWorkflowTask() || task.getAttempt() < FAILING) {
      return new Sight.Well();
    }
    var since = task.getOriginalScheduledTime();
    return new Sight.Stuck(
        Instant.ofEpochSecond(since.getSeconds(), since.getNanos()),
        "its code fails: " + cause(seen.getExecution()));
  }

  /** Temporal's name for it, such as NON_DETERMINISTIC_ERROR. */
  private String cause(WorkflowExecution run) {
    return newest(run).stream()
        .filter(e -> e.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED)
        .map(e -> e.getWorkflowTaskFailedEventAttributes().getCause().name())
        .map(name -> name.replace("WORKFLOW_TASK_FAILED_CAUSE_", ""))
        .findFirst()
        .orElse("TIMED_OUT");
  }

  /** Newest first; a lifecycle's history is short. */
  private List<HistoryEvent> newest(WorkflowExecution run) {
    return temporal
        .fetchHistory(run.getWorkflowId(), run.getRunId())
        .getHistory()
        .getEventsList()
        .reversed();
  }
}
