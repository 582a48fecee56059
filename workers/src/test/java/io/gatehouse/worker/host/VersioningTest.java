package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.peer.DevServer;
import io.gatehouse.temporal.Implementations;
import io.gatehouse.temporal.TaskQueues;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a worker says at its start about the work it will get, on a real server. */
class VersioningTest {
  private static DevServer server;
  private static WorkflowClient client;

  @BeforeAll
  static void start() {
    server = DevServer.start();
    client = WorkflowClient.newInstance(server.stubs());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_worker_that_gets_nothing_says_why_and_what_to_do() {
    assertThat(versioning("").lines(client)).as("as ever").isEmpty();
    assertThat(versioning("one").sentence(client))
        .isEqualTo(
            "This is build one of deployment house. No build is current, so work waits unless a worker without a build takes it: run ./gatehouse deployment current one.");

    WorkerFactory workers = WorkerFactory.newInstance(client);
    workers
        .newWorker(TaskQueues.CORE, versioning("one").on(WorkerOptions.newBuilder()).build())
        .registerWorkflowImplementationTypes(Implementations.all());
    workers.start();
    until(() -> madeCurrent("one"));
    until(() -> versioning("one").sentence(client).endsWith("It is current: all work comes here."));

    assertThat(versioning("two").sentence(client))
        .isEqualTo(
            "This is build two of deployment house. Build one is current, so this one gets nothing: run ./gatehouse deployment current two.");
    assertThat(versioning("").sentence(client))
        .isEqualTo(
            "Temporal gives all work to build one, and this worker is none, so it gets nothing: set GATEHOUSE_WORKER_DEPLOYMENT, or run ./gatehouse deployment current --unversioned.");
    workers.shutdownNow();
  }

  private static Versioning versioning(String build) {
    Map<String, String> environment = new HashMap<>();
    environment.put("GATEHOUSE_TENANT", "11111111-2222-4333-8444-555555555555");
    if (!build.isEmpty()) {
      environment.put("GATEHOUSE_WORKER_DEPLOYMENT", "house");
      environment.put("GATEHOUSE_WORKER_BUILD", build);
    }
    return Versioning.of(Settings.of(environment, Part.TEMPORAL));
  }

  private static boolean madeCurrent(String build) {
    try {
      server
          .stubs()
          .blockingStub()
          .setWorkerDeploymentCurrentVersion(
              SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                  .setNamespace("default")
                  .setDeploymentName("house")
                  .setBuildId(build)
                  .build());
      return true;
    } catch (StatusRuntimeException notYet) {
      return false;
    }
  }

  private static void until(BooleanSupplier holds) {
    long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited a minute").isLessThan(patience);
      Thread.onSpinWait();
    }
  }
}
