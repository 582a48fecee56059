package io.gatehouse.watch;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Finds lifecycles that ended in Temporal by force or cannot go on there, every five minutes for an
 * hour: {@code watch/{tenant}}. Nobody may end a case without evidence.
 */
@WorkflowInterface
public interface LifecycleWatchWorkflow {
  @WorkflowMethod
  WatchReport run(WatchRequest request);
}
