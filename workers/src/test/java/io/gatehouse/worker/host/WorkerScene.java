package io.gatehouse.worker.host;

import io.gatehouse.guest.ScanRequest;
import io.gatehouse.peer.Peers;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A house, a Temporal server, and workers that are processes of their own. */
abstract class WorkerScene {
  final TryHouse house = new TryHouse();
  private final int temporalPort = Peers.freePort();
  private final WorkflowServiceStubs stubs =
      WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:" + temporalPort).build());
  AutoCloseable temporal = () -> {};

  @TempDir private Path home;

  @BeforeEach
  void start() {
    temporal = TestServer.createPortBoundServer(temporalPort, false);
  }

  @AfterEach
  void stop() throws Exception {
    stubs.shutdownNow();
    temporal.close();
    house.close();
  }

  WorkerProcess worker(Map<String, String> more) {
    return new WorkerProcess(house, temporalPort, home, more);
  }

  WorkflowStub scan() {
    WorkflowStub scan =
        client()
            .newUntypedWorkflowStub(
                "GuestScanWorkflow",
                WorkflowOptions.newBuilder()
                    .setWorkflowId(WorkflowIds.scan(house.house().tenant()))
                    .setTaskQueue(TaskQueues.CORE)
                    .build());
    scan.start(new ScanRequest(house.house().tenant()));
    return scan;
  }

  long events(EventType type) {
    return client().fetchHistory(WorkflowIds.scan(house.house().tenant())).getEvents().stream()
        .map(HistoryEvent::getEventType)
        .filter(type::equals)
        .count();
  }

  private WorkflowClient client() {
    return WorkflowClient.newInstance(
        stubs, WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter()).build());
  }

  static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
