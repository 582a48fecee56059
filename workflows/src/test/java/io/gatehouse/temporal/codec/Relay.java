package io.gatehouse.temporal.codec;

import io.temporal.activity.ActivityInterface;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** A workflow that passes one secret through everything Temporal can carry. */
@WorkflowInterface
public interface Relay {
  @WorkflowMethod
  String run(String secret, Step step);

  @SignalMethod
  void tell(String secret);

  @UpdateMethod
  String exchange(String secret);

  @QueryMethod
  String heard();

  /** What the run does with its secret. */
  enum Step {
    /** Everything, then {@link #LISTEN} in a next run. */
    EVERYTHING,
    /** Waits until it was told something, and returns that. */
    LISTEN,
    /** Returns it. */
    RETURN,
    /** Fails with it. */
    FAIL,
    /** Asks an activity that no worker knows, and returns what it hears about it. */
    ASK_NOBODY,
    /** Asks an activity with the house's usual retries, and returns the type of its failure. */
    ASK_USUALLY
  }

  /** Who listens: the target of signals across workflows. */
  String LISTENER = "listener/contoso";

  String QUEUE = "relay";

  @ActivityInterface
  interface Echo {
    String echo(String secret);

    String refuse(String secret);
  }

  @ActivityInterface
  interface Nobody {
    String listens(String secret);
  }
}
