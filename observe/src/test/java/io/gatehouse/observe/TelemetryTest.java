package io.gatehouse.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.m3.util.Duration;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  @Test
  void only_waiting_for_a_worker_is_told_in_buckets_and_in_few() {
    try (Telemetry telemetry = Telemetry.start(Map.of(), "a test")) {
      var stubs = WorkflowServiceStubsOptions.newBuilder();
      telemetry.counts(stubs);
      var sdk = stubs.build().getMetricsScope();
      sdk.timer("temporal_activity_schedule_to_start_latency").record(Duration.ofMillis(20));
      sdk.timer("temporal_request_latency").record(Duration.ofMillis(20));

      String told = telemetry.registry().scrape();

      assertThat(
              told.lines()
                  .filter(line -> line.contains("schedule_to_start_latency_seconds_bucket")))
          .hasSize(9)
          .anyMatch(line -> line.contains("le=\"300.0\""));
      assertThat(told)
          .contains("temporal_request_latency_seconds_count")
          .doesNotContain("temporal_request_latency_seconds_bucket");
    }
  }
}
