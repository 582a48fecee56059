package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.config.Variable;
import io.gatehouse.peer.JavaProcess;
import io.gatehouse.peer.Peers;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.testserver.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The worker as a process of its own. */
class WorkerTest {
  private static final TryHouse HOUSE = new TryHouse();
  private static final int NOBODY = Peers.freePort();
  private static int temporalPort;
  private static AutoCloseable temporal = () -> {};

  @TempDir private Path home;

  /** What a process said and how it ended. */
  private record Ended(int code, String said) {}

  @BeforeAll
  static void start() {
    temporalPort = Peers.freePort();
    temporal = TestServer.createPortBoundServer(temporalPort, false);
  }

  @AfterAll
  static void stop() throws Exception {
    temporal.close();
    HOUSE.close();
  }

  static Stream<Arguments> peers() {
    String at = "127.0.0.1:" + NOBODY;
    return Stream.of(
        arguments(Variable.MAIL_PORT, Integer.toString(NOBODY), "The mail server at " + at),
        arguments(
            Variable.GRAPH_BASE_URL,
            "http://" + at + "/v1.0",
            "Microsoft Graph at http://" + at + "/v1.0 cannot be read"),
        arguments(
            Variable.GRAPH_READER_TOKEN, "wrong", "was forbidden (InvalidAuthenticationToken)"),
        arguments(Variable.TEMPORAL_TARGET, at, "Temporal does not answer at " + at),
        arguments(Variable.DB_URL, "jdbc:postgresql://" + at + "/gatehouse", at),
        arguments(Variable.DB_USER, "somebody_else", "somebody_else"),
        arguments(Variable.DB_URL, TestDatabase.emptyUrl(), "run ./gatehouse migrate"));
  }

  @Test
  void without_settings_every_missing_one_is_named() {
    Ended ended = run(Map.of(Variable.HOME.key(), home.toString()));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains("GATEHOUSE_TENANT", "GATEHOUSE_DB_URL", "GATEHOUSE_MAIL_HOST")
        .doesNotContain("A demo is running");
  }

  @ParameterizedTest
  @MethodSource("peers")
  void a_peer_that_cannot_be_used_is_one_sentence_and_a_failed_start(
      Variable variable, String value, String sentence) {
    Map<String, String> environment = environment();
    environment.put(variable.key(), value);

    Ended ended = run(environment);

    assertThat(ended.said()).contains(sentence).hasLineCount(1).doesNotContain("Exception");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void every_setting_that_is_missing_or_wrong_is_named_at_once() {
    Map<String, String> environment = environment();
    environment.put(Variable.TENANT.key(), "contoso");
    environment.put(Variable.MAIL_PORT.key(), "many");
    environment.remove(Variable.DB_PASSWORD.key());

    Ended ended = run(environment);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("GATEHOUSE_TENANT"))
        .anyMatch(line -> line.startsWith("GATEHOUSE_MAIL_PORT"))
        .anyMatch(line -> line.startsWith("GATEHOUSE_DB_PASSWORD"));
  }

  @Test
  void a_worker_says_for_whom_it_works_and_stops_when_told() {
    Map<String, String> environment = environment();
    try (var process = JavaProcess.start(Worker.class, environment)) {
      assertThat(process.line())
          .isEqualTo(
              "Working for tenant %s. Stop with Ctrl-C."
                  .formatted(environment.get(Variable.TENANT.key())));
      process.terminate();
      process.ended();
      assertThat(process.said().lines()).noneMatch(line -> line.matches(".*(ERROR|Exception).*"));
    }
  }

  @Test
  void a_worker_without_the_writing_credential_says_so() {
    Map<String, String> environment = environment();
    environment.remove(Variable.GRAPH_WRITER_KIND.key());
    try (var process = JavaProcess.start(Worker.class, environment)) {
      assertThat(process.line()).contains("; graph-write is left to other workers");
    }
  }

  @Test
  void a_worker_for_one_queue_needs_what_that_queue_needs_and_tells_how_it_is() throws Exception {
    Map<String, String> environment = environment();
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("GATEHOUSE_GRAPH_") || name.startsWith("GATEHOUSE_MAIL_"));
    int port = Peers.freePort();
    environment.put(Variable.HEALTH_PORT.key(), Integer.toString(port));
    try (var process = JavaProcess.start(Worker.class, environment, "--queues", "core");
        var http = HttpClient.newHttpClient()) {
      assertThat(process.line())
          .contains(" on core; graph-read, graph-look, graph-write, mail are left to other");
      var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"));
      assertThat(http.send(health.build(), BodyHandlers.ofString()).body()).isEqualTo("ok\n");
    }
  }

  @Test
  void a_worker_told_to_write_without_the_credential_says_so_and_ends() {
    Map<String, String> environment = environment();
    environment.remove(Variable.GRAPH_WRITER_KIND.key());

    Ended ended = run(environment, "--queues", "core,graph-write");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .hasLineCount(1)
        .contains("cannot work on graph-write", Variable.GRAPH_WRITER_KIND.key());
  }

  @Test
  void a_worker_told_nonsense_says_what_it_takes() {
    assertThat(run(environment(), "--queue").said()).contains("Usage: ./gatehouse worker");
  }

  /** For a tenant of its own, and with nothing between it and the directory. */
  private Map<String, String> environment() {
    Map<String, String> all = WorkerProcess.environment(HOUSE, temporalPort, home);
    all.put(Variable.TENANT.key(), UUID.randomUUID().toString());
    all.put(Variable.GRAPH_BASE_URL.key(), HOUSE.sandbox().graph().baseUrl().toString());
    return all;
  }

  private static Ended run(Map<String, String> environment, String... arguments) {
    try (var process = JavaProcess.start(Worker.class, environment, arguments)) {
      return new Ended(process.ended(), process.said());
    }
  }
}
