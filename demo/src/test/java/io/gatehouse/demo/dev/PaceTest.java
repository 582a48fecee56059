package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Pace HALF_A_MINUTE =
      Pace.of(Instant.parse("2026-11-27T00:00:00Z"), Duration.ofSeconds(30));

  @Test
  void a_queue_takes_up_as_much_in_a_minute_of_the_house_as_it_may_in_one_of_the_wall() {
    assertThat(perSecond(0.05)).isCloseTo(0.05 * 2880, within(0.001));
    assertThat(perSecond(0)).as("as many as come").isZero();
  }

  private static double perSecond(double allowed) {
    var options = WorkerOptions.newBuilder().setMaxTaskQueueActivitiesPerSecond(allowed);
    PacedWorkflows.plugin(HALF_A_MINUTE).configureWorker("graph-write", options);
    return options.build().getMaxTaskQueueActivitiesPerSecond();
  }
}
