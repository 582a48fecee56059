package io.gatehouse.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.GuestScanWorkflow;
import io.gatehouse.guest.ScanReport;
import io.gatehouse.guest.ScanRequest;
import io.gatehouse.keys.Encryption;
import io.gatehouse.keys.NewKey;
import io.gatehouse.peer.DevServer;
import io.gatehouse.starter.cli.Ending;
import io.gatehouse.temporal.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code replay} against what a real server remembers. */
class ReplayOnTemporalTest {
  /** A build in which a scan waits for a while before it begins. */
  public static final class SlowScan implements GuestScanWorkflow {
    @Override
    public ScanReport run(ScanRequest request) {
      Workflow.newTimer(Duration.ofDays(1)).get();
      throw new IllegalStateException("nobody waits that long");
    }
  }

  private static DevServer server;
  private static TestHouse house;

  @BeforeAll
  static void open() {
    server = DevServer.start();
    house = new TestHouse();
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
    }
    if (house != null) {
      house.close();
    }
  }

  @Test
  void a_build_that_understands_the_lifecycles_that_run_may_be_deployed() {
    NewKey key = NewKey.plain(Clock.systemUTC());
    Map<String, String> with = environment("understood");
    with.put("GATEHOUSE_KEYS_WRITE", key.id());
    with.put("GATEHOUSE_KEYS", key.id() + "=" + key.value());
    WorkflowClient client = client("understood", SomeEncryption.of("understood", key), with);
    Crew crew = Crew.on(client, house.store);
    house.running(house.guest("Ann Running", "STALE", "IN_PROGRESS", 200), client);
    house.running(house.guest("Ben Running", "STALE", "IN_PROGRESS", 300), client);
    String running = "ExecutionStatus = 'Running'";
    until(() -> client.countWorkflows(running).getCount() == 2);

    Ending all = Ending.together(with, "replay");
    Ending some = Ending.together(with, "replay", "--limit", "1", "--sample");
    Ending unreadable = Ending.together(environment("understood"), "replay");
    crew.close();

    assertThat(all.out())
        .containsPattern("GuestLifecycleWorkflow +2 +0\n")
        .contains("2 workflow(s), none went another way");
    assertThat(all.code()).isZero();
    assertThat(some.out()).containsPattern("GuestLifecycleWorkflow +1 +0\n");
    assertThat(unreadable.out())
        .containsPattern("GuestLifecycleWorkflow +0 +2\n")
        .containsPattern(
            "could not be replayed:\n  .*is encrypted and this process works without keys")
        .contains("GATEHOUSE_KEYS");
    assertThat(unreadable.code()).isEqualTo(1);
    assertThat(client.countWorkflows(running).getCount()).as("nothing was changed").isEqualTo(2);
  }

  @Test
  void a_build_that_would_go_another_way_is_named_with_the_workflow_it_would_stop() {
    Map<String, String> environment = environment("changed");
    WorkflowClient client = client("changed", Encryption.NONE, environment);
    WorkerFactory workers = WorkerFactory.newInstance(client);
    workers.newWorker(TaskQueues.CORE).registerWorkflowImplementationTypes(SlowScan.class);
    workers.start();
    WorkflowStub scan = start(client, "scan/contoso");
    until(() -> client.fetchHistory("scan/contoso").getEvents().size() > 4);
    until(() -> client.countWorkflows("WorkflowId = 'scan/contoso'").getCount() == 1);

    Ending running = Ending.together(environment, "replay");
    scan.terminate("the test is over");
    until(() -> client.countWorkflows("ExecutionStatus = 'Terminated'").getCount() == 1);
    Ending none = Ending.together(environment, "replay");
    Ending closed = Ending.together(environment, "replay", "--closed");
    workers.shutdownNow();

    assertThat(running.out())
        .containsPattern("scan/contoso \\(run [0-9a-f-]{36}\\) goes another way:\n .*TMPRL1100")
        .contains("TIMER")
        .containsPattern("GuestScanWorkflow +0 +1\n")
        .contains("Do not deploy this build.", "Workflow.getVersion", "upgrades.md");
    assertThat(running.code()).isEqualTo(1);
    assertThat(none.out()).contains("nothing to replay");
    assertThat(none.code()).isEqualTo(2);
    assertThat(closed.out()).containsPattern("GuestScanWorkflow +0 +1\n");
  }

  @Test
  void a_demo_is_no_namespace_to_check() {
    Map<String, String> environment = new HashMap<>(house.environment());
    environment.put("GATEHOUSE_CLOCK", "pages");

    assertThat(Ending.together(environment, "replay").out()).startsWith("A demo is running");
  }

  private static WorkflowStub start(WorkflowClient client, String id) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            GuestScanWorkflow.class.getSimpleName(),
            WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(TaskQueues.CORE).build());
    stub.start(new ScanRequest("contoso"));
    return stub;
  }

  private static Map<String, String> environment(String namespace) {
    Map<String, String> environment = new HashMap<>(house.environment());
    environment.put("GATEHOUSE_TEMPORAL_TARGET", server.target());
    environment.put("GATEHOUSE_TEMPORAL_NAMESPACE", namespace);
    return environment;
  }

  /** In a namespace that is made for it, once the server lets workflows start there. */
  private static WorkflowClient client(
      String namespace, Encryption encryption, Map<String, String> environment) {
    assertThat(Ending.together(environment, "namespace", "apply").code()).isZero();
    return server.client(namespace, encryption.converter());
  }

  private static void until(BooleanSupplier holds) {
    long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited a minute").isLessThan(patience);
      Thread.onSpinWait();
    }
  }
}
