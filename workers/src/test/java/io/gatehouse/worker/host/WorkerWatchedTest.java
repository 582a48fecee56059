package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.peer.JavaProcess;
import io.gatehouse.sandbox.tenant.User;
import io.gatehouse.worker.observe.WatchFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a running worker tells about itself. */
class WorkerWatchedTest extends WorkerScene {
  @Test
  void a_scan_shows_in_the_numbers_and_a_lost_peer_in_the_readiness() throws Exception {
    try (var worker = worker(Map.of())) {
      assertThat(worker.get("/ready").body())
          .isEqualTo(
              """
              temporal ok
              postgresql ok
              mail ok
              graph-token-reader ok
              graph-token-looker ok
              graph-token-writer ok
              last-scan warning: no scan has come to its end yet
              last-watch warning: no watch has looked at the open lifecycles yet
              answers ok
              """);
      assertThat(worker.get("/ready").statusCode()).isEqualTo(200);

      scan().getResult(60, TimeUnit.SECONDS, Object.class);

      JavaProcess.await(
          "the scan's numbers",
          () ->
              worker
                  .get("/metrics")
                  .body()
                  .contains("gatehouse_scan_judgement{judgement=\"too-early\"} 1.0"));
      assertThat(worker.get("/metrics").body())
          .contains(
              "gatehouse_gate_open 1.0",
              "gatehouse_lifecycles_open{stage=\"asked\"} 0.0",
              "gatehouse_effects_total{effect=\"disable\",result=\"done\"} 0.0",
              "gatehouse_mails_total{result=\"delivered\"} 0.0",
              "gatehouse_payloads_unreadable_total{reason=\"missing-key\"} 0.0")
          .containsPattern(
              "gatehouse_graph_calls_total\\{registration=\"reader\",result=\"ok\"} [1-9]")
          .contains(
              "temporal_workflow_completed_total{",
              "temporal_activity_schedule_to_start_latency_seconds_bucket{",
              "temporal_worker_task_slots_available{")
          .doesNotContain("scan/" + house.house().tenant());

      holdsWhatIsAskedFor(worker.get("/metrics").body());

      temporal.close();

      JavaProcess.await("Temporal's end", () -> worker.get("/ready").statusCode() == 503);
      assertThat(worker.get("/ready").body()).contains("temporal down: Temporal does not answer");
      assertThat(worker.get("/health").statusCode()).isEqualTo(200);
    }
  }

  /** Alerts, dashboard and the operator's page name what is there, and the page all of it. */
  private static void holdsWhatIsAskedFor(String metrics) {
    Set<String> told =
        metrics
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]", 2)[0])
            .collect(Collectors.toSet());
    told.add("up"); // Prometheus's own
    assertThat(WatchFiles.expressions())
        .allSatisfy(expression ->
            assertThat(WatchFiles.names(expression))
                .as(expression)
                .isNotEmpty()
                .allMatch(name -> told.contains(name) || isOfTheSdk(name)));
    assertThat(WatchFiles.expressions().stream().flatMap(WatchFiles::ownSelectors))
        .isNotEmpty()
        .allMatch(selector -> isTold(selector, metrics));
    assertThat(
            metrics
                .lines()
                .filter(line -> line.startsWith("# TYPE gatehouse_"))
                .map(line -> line.split(" ", 4)[2]))
        .containsExactlyInAnyOrderElementsOf(WatchFiles.documented());
  }

  /** A line of that metric with that label, whatever other labels it has. */
  private static boolean isTold(String selector, String metrics) {
    String[] parts = selector.split("[{}]");
    return metrics
        .lines()
        .anyMatch(line -> line.startsWith(parts[0] + "{") && line.contains(parts[1]));
  }

  /** What the SDK counts only once it happened, such as failures, by its own constants. */
  private static boolean isOfTheSdk(String name) {
    return Stream.of(
            io.temporal.worker.MetricsType.class, io.temporal.serviceclient.MetricsType.class)
        .flatMap(type -> Arrays.stream(type.getFields()))
        .map(WorkerWatchedTest::value)
        .anyMatch(value -> name.equals(value + "_total"));
  }

  private static Object value(Field constant) {
    try {
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void its_log_and_its_traces_name_workflow_run_activity_and_trace_and_nobody() throws Exception {
    var sent = new CopyOnWriteArrayList<String>();
    HttpServer collector = collector(sent);
    String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
    try (var worker =
        worker(Map.of("GATEHOUSE_LOG", "json", "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint))) {
      house
          .relay()
          .before(
              "GET",
              "/users",
              () -> {
                throw new IllegalStateException("the connection breaks");
              });
      scan().getResult(60, TimeUnit.SECONDS, Object.class);
      worker.terminate();
      assertThat(worker.ended()).as(worker.said()).isZero();

      assertThat(
              worker
                  .said()
                  .lines()
                  .filter(line -> line.startsWith("{"))
                  .map(WorkerWatchedTest::json))
          .anySatisfy(line -> {
            JsonNode ids = line.path("mdc");
            assertThat(ids.path("WorkflowId").asText()).isEqualTo("scan/" + house.house().tenant());
            assertThat(ids.path("RunId").asText()).isNotEmpty();
            assertThat(ids.path("ActivityType").asText()).isNotEmpty();
            assertThat(ids.path("TraceId").asText()).hasSize(32);
          });
      assertThat(sent).anyMatch(spans -> spans.contains("RunActivity:"));
      for (User user : house.tenant().users()) {
        assertThat(worker.said() + sent)
            .doesNotContain(user.displayName(), user.userPrincipalName())
            .doesNotContain(user.mail() == null ? user.userPrincipalName() : user.mail());
      }
    } finally {
      collector.stop(0);
    }
  }

  private static HttpServer collector(List<String> sent) throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/v1/traces",
        exchange -> {
          try (exchange) {
            sent.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
          }
        });
    http.start();
    return http;
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
