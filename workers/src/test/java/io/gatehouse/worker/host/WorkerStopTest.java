package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.peer.JavaProcess;
import io.gatehouse.store.TestDatabase;
import io.temporal.api.enums.v1.EventType;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a worker ends. */
class WorkerStopTest extends WorkerScene {
  @Test
  void told_to_stop_in_the_middle_of_an_attempt_it_finishes_that_one_and_ends_with_0()
      throws Exception {
    try (var worker = worker(Map.of())) {
      var reading = new CountDownLatch(1);
      var go = new CountDownLatch(1);
      house
          .relay()
          .before(
              "GET",
              "/users",
              () -> {
                reading.countDown();
                awaitQuietly(go);
              });
      scan();
      assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();

      worker.terminate();
      JavaProcess.await("its stopping", () -> worker.get("/health").statusCode() == 503);
      go.countDown();

      assertThat(worker.ended()).as(worker.said()).isZero();
      assertThat(worker.said())
          .contains("Stopped: every attempt that was running is finished.")
          .doesNotContain("ERROR", "Exception");
      assertThat(events(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED))
          .as("the attempt that was under way counts")
          .isEqualTo(events(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED));
    }
  }

  /** Nothing that Graph or mail do lasts that long; a lock in the database may. */
  @Test
  @Tag("long")
  void an_attempt_that_does_not_end_holds_it_up_for_forty_seconds_and_it_says_so_and_ends_with_1()
      throws Exception {
    try (var worker = worker(Map.of());
        var locker =
            DriverManager.getConnection(
                house.database().url(), TestDatabase.APP, TestDatabase.PASSWORD);
        var lock = locker.createStatement()) {
      locker.setAutoCommit(false);
      lock.execute("lock table gatehouse.scan in access exclusive mode");
      scan();
      JavaProcess.await(
          "the attempt that hangs", () -> events(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) > 0);

      worker.terminate();

      assertThat(worker.ended()).as(worker.said()).isEqualTo(1);
      assertThat(worker.said()).contains("Stopped, and some attempts were still running");
    }
  }
}
