package io.gatehouse.starter.replay;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Which executions of each type are replayed.
 *
 * @param closed also those that closed and are remembered still
 * @param limit the most of each type: the newest, which Temporal lists first
 * @param sample any of them instead of the newest
 */
public record Choice(boolean closed, int limit, boolean sample) {
  /** All that run. */
  public static final Choice RUNNING = new Choice(false, Integer.MAX_VALUE, false);

  List<WorkflowExecution> of(WorkflowClient client, String type, RandomGenerator random) {
    try (var listed = client.listExecutions(query(type))) {
      var executions = listed.map(WorkflowExecutionMetadata::getExecution);
      if (!sample) {
        return executions.limit(limit).toList();
      }
      var all = new ArrayList<>(executions.toList());
      Collections.shuffle(all, random);
      return all.subList(0, Math.min(limit, all.size()));
    }
  }

  private String query(String type) {
    String ofType = "WorkflowType = '%s'".formatted(type);
    return closed ? ofType : ofType + " AND ExecutionStatus = 'Running'";
  }
}
