package io.gatehouse.benchmark.lifecycle;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** What a sample would do that issues the commands of a removed guest's lifecycle. */
@WorkflowInterface
public interface BareLifecycle {
  @WorkflowMethod
  String run(String id);

  @SignalMethod
  void heard();

  @UpdateMethod
  String decide(String choice);

  /** The same with a local activity. */
  @UpdateMethod
  String decideLocally(String choice);
}
