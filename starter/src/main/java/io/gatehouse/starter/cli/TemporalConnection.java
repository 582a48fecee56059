package io.gatehouse.starter.cli;

import io.gatehouse.config.StartProblem;
import io.gatehouse.config.TemporalSettings;
import io.gatehouse.config.Variable;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;

/** Reaches Temporal, or says in a sentence where it was looked for. */
public final class TemporalConnection {
  /** Of somebody who waits for a command to end. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private TemporalConnection() {}

  /**
   * Nothing stays open where Temporal is not reached.
   *
   * @throws StartProblem when it does not answer in time
   */
  public static WorkflowServiceStubs open(
      TemporalSettings at, WorkflowServiceStubsOptions.Builder options, Duration patience) {
    var stubs = WorkflowServiceStubs.newServiceStubs(options.setTarget(at.target()).build());
    try {
      stubs.connect(patience);
      return stubs;
    } catch (RuntimeException e) {
      stubs.shutdownNow();
      throw new StartProblem(
          "Temporal does not answer at %s: start it, or set %s to where it is."
              .formatted(at.target(), Variable.TEMPORAL_TARGET.key()),
          e);
    }
  }
}
