package io.gatehouse.starter.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.keys.Encryption;
import io.gatehouse.peer.DevServer;
import io.gatehouse.starter.SomeEncryption;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionExecutionStartWorkflow;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A real server puts the time behind the id of what a schedule starts; its input has only the id.
 */
class EncryptedScheduleTest {
  private static final Encryption ENCRYPTION = SomeEncryption.fresh();
  private static final String QUEUE = "scheduled";

  /** Returns what it was given, and under which id it runs. */
  @WorkflowInterface
  public interface Scan {
    @WorkflowMethod
    String run(String given);
  }

  public static final class ScanImpl implements Scan {
    @Override
    public String run(String given) {
      return given;
    }
  }

  @Test
  void a_scheduled_run_reads_the_input_that_was_written_for_its_schedule() {
    try (var temporal = DevServer.start()) {
      var client = temporal.client(ENCRYPTION.converter());
      var factory = WorkerFactory.newInstance(client);
      factory.newWorker(QUEUE).registerWorkflowImplementationTypes(ScanImpl.class);
      factory.start();
      ScheduleHandle schedule = schedule(temporal);
      schedule.trigger();

      String id = started(schedule);

      assertThat(id).matches("scan/contoso-\\d{4}-\\d{2}-\\d{2}T.*Z");
      assertThat(client.newUntypedWorkflowStub(id).getResult(String.class)).isEqualTo("secret");
      assertThat(schedule.describe().getMemo("hash", String.class))
          .as("a memo belongs to no workflow")
          .isEqualTo("0123");
      factory.shutdownNow();
    }
  }

  private static ScheduleHandle schedule(DevServer temporal) {
    var schedules =
        ScheduleClient.newInstance(
            temporal.stubs(),
            ScheduleClientOptions.newBuilder().setDataConverter(ENCRYPTION.converter()).build());
    var action =
        ScheduleActionStartWorkflow.newBuilder()
            .setWorkflowType(Scan.class)
            .setArguments("secret")
            .setOptions(
                WorkflowOptions.newBuilder()
                    .setWorkflowId("scan/contoso")
                    .setTaskQueue(QUEUE)
                    .setStaticSummary("the daily scan")
                    .setStaticDetails("of contoso")
                    .build())
            .build();
    return schedules.createSchedule(
        "scan-contoso",
        Schedule.newBuilder().setAction(action).setSpec(ScheduleSpec.newBuilder().build()).build(),
        ScheduleOptions.newBuilder().setMemo(Map.of("hash", "0123")).build());
  }

  private static String started(ScheduleHandle schedule) {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < patience) {
      var actions = schedule.describe().getInfo().getRecentActions();
      if (!actions.isEmpty()
          && actions.getFirst().getAction()
              instanceof ScheduleActionExecutionStartWorkflow started) {
        return started.getWorkflowId();
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the schedule started nothing");
  }
}
