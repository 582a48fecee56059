package io.gatehouse.rehearsal;

import io.gatehouse.temporal.Wire;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DataConverter;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;

/** Replays a history with our payload format. */
public final class Replay {
  /** Instead of process and host, which would stand in committed histories. */
  static final String IDENTITY = "rehearsal";

  private Replay() {}

  /** Fails when the workflow code would go another way than the history did. */
  public static void of(WorkflowExecutionHistory history, Class<?> workflow) throws Exception {
    of(history, workflow, Wire.converter());
  }

  /** The same for a history that this converter wrote. */
  public static void of(
      WorkflowExecutionHistory history, Class<?> workflow, DataConverter converter)
      throws Exception {
    try (TestWorkflowEnvironment env =
        TestWorkflowEnvironment.newInstance(options(converter).build())) {
      WorkflowReplayer.replayWorkflowExecution(history, env, workflow);
    }
  }

  static TestEnvironmentOptions.Builder options(DataConverter converter) {
    return TestEnvironmentOptions.newBuilder()
        .setWorkflowClientOptions(
            WorkflowClientOptions.newBuilder()
                .setDataConverter(converter)
                .setIdentity(IDENTITY)
                .build());
  }
}
