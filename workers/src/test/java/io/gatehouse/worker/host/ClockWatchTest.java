package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.peer.DevServer;
import io.temporal.api.failure.v1.Failure;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker's clock is a day off, on a real server. */
class ClockWatchTest {
  private static final String QUEUE = "clocks";

  private static DevServer server;

  @BeforeAll
  static void start() {
    server = DevServer.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT24H2S, 24 h 0 min ahead of",
    "PT-24H-2S, 24 h 0 min behind",
    "PT-10M-2S, 10 min behind"
  })
  void nothing_is_done_until_a_machine_with_the_right_clock_takes_over(Duration by, String words) {
    var done = new AtomicInteger();
    Clock wrong = Clock.offset(Clock.systemUTC(), by);
    WorkerFactory off = work(wrong, done);
    WorkflowStub wish =
        client(Clock.systemUTC())
            .newUntypedWorkflowStub(
                "Wish", WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
    wish.start();

    String said = whatStopsIt(wish);

    assertThat(said)
        .startsWith("The clock of this worker's machine is %s Temporal's".formatted(words));
    assertThat(done).hasValue(0);
    off.shutdown();
    off.awaitTermination(20, TimeUnit.SECONDS);
    WorkerFactory right = work(Clock.systemUTC(), done);
    wish.getResult(Void.class);
    assertThat(done).hasValue(1);
    right.shutdownNow();
  }

  private static String whatStopsIt(WorkflowStub wish) {
    long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      var pending = wish.describe().getRawDescription().getPendingActivitiesList();
      Failure failure =
          pending.isEmpty() ? Failure.getDefaultInstance() : pending.getFirst().getLastFailure();
      if (!failure.getMessage().isEmpty()) {
        return failure.getMessage();
      }
      assertThat(System.nanoTime()).as("waited a minute").isLessThan(patience);
    }
  }

  private static WorkerFactory work(Clock clock, AtomicInteger done) {
    WorkerFactory factory = WorkerFactory.newInstance(client(clock));
    var worker = factory.newWorker(QUEUE);
    worker.registerWorkflowImplementationTypes(Wish.Impl.class);
    worker.registerActivitiesImplementations((Wish.Deed) done::incrementAndGet);
    factory.start();
    return factory;
  }

  private static WorkflowClient client(Clock clock) {
    return WorkflowClient.newInstance(
        server.stubs(),
        WorkflowClientOptions.newBuilder().setPlugins(ClockWatch.plugin(clock)).build());
  }
}
