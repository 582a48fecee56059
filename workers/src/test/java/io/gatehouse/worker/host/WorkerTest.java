package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.config.Variable;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.testserver.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
  private static final int PATIENCE_SECONDS = 40;

  private static final TryHouse HOUSE = new TryHouse();
  private static final int NOBODY = freePort();
  private static int temporalPort;
  private static AutoCloseable temporal = () -> {};

  @TempDir private Path home;

  /** What a process said and how it ended. */
  private record Ended(int code, String said) {}

  @BeforeAll
  static void start() {
    temporalPort = freePort();
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
  void without_settings_every_missing_one_is_named() throws IOException, InterruptedException {
    Ended ended = run(Map.of(Variable.HOME.key(), home.toString()));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains("GATEHOUSE_TENANT", "GATEHOUSE_DB_URL", "GATEHOUSE_MAIL_HOST")
        .doesNotContain("A demo is running");
  }

  @ParameterizedTest
  @MethodSource("peers")
  void a_peer_that_cannot_be_used_is_one_sentence_and_a_failed_start(
      Variable variable, String value, String sentence) throws IOException, InterruptedException {
    Map<String, String> environment = environment();
    environment.put(variable.key(), value);

    Ended ended = run(environment);

    assertThat(ended.said()).contains(sentence).hasLineCount(1).doesNotContain("Exception");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void every_setting_that_is_missing_or_wrong_is_named_at_once()
      throws IOException, InterruptedException {
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
  void a_worker_says_for_whom_it_works_and_stops_when_told()
      throws IOException, InterruptedException {
    Map<String, String> environment = environment();
    Process process = process(environment);
    try (BufferedReader said = said(process)) {
      assertThat(said.readLine())
          .isEqualTo(
              "Working for tenant %s. Stop with Ctrl-C."
                  .formatted(environment.get(Variable.TENANT.key())));
      process.toHandle().destroy(); // the process's own destroy would close what it says
      assertThat(said.lines()).noneMatch(line -> line.matches(".*(ERROR|Exception).*"));
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_worker_without_the_writing_credential_says_so() throws IOException, InterruptedException {
    Map<String, String> environment = environment();
    environment.remove(Variable.GRAPH_WRITER_KIND.key());
    Process process = process(environment);
    try (BufferedReader said = said(process)) {
      assertThat(said.readLine()).contains("; graph-write is left to other workers");
    } finally {
      process.destroy();
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_worker_for_one_queue_needs_what_that_queue_needs_and_tells_how_it_is() throws Exception {
    Map<String, String> environment = environment();
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("GATEHOUSE_GRAPH_") || name.startsWith("GATEHOUSE_MAIL_"));
    int port = freePort();
    environment.put(Variable.HEALTH_PORT.key(), Integer.toString(port));
    Process process = process(environment, "--queues", "core");
    try (BufferedReader said = said(process);
        var http = HttpClient.newHttpClient()) {
      assertThat(said.readLine())
          .contains(" on core; graph-read, graph-look, graph-write, mail are left to other");
      var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"));
      assertThat(http.send(health.build(), BodyHandlers.ofString()).body()).isEqualTo("ok\n");
    } finally {
      process.destroy();
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_worker_told_to_write_without_the_credential_says_so_and_ends()
      throws IOException, InterruptedException {
    Map<String, String> environment = environment();
    environment.remove(Variable.GRAPH_WRITER_KIND.key());

    Ended ended = run(environment, "--queues", "core,graph-write");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .hasLineCount(1)
        .contains("cannot work on graph-write", Variable.GRAPH_WRITER_KIND.key());
  }

  @Test
  void a_worker_told_nonsense_says_what_it_takes() throws IOException, InterruptedException {
    assertThat(run(environment(), "--queue").said()).contains("Usage: ./gatehouse worker");
  }

  private Map<String, String> environment() {
    var all = new TreeMap<String, String>();
    all.put(Variable.HOME.key(), home.toString());
    all.put(Variable.TENANT.key(), UUID.randomUUID().toString());
    all.put(Variable.DB_URL.key(), HOUSE.database().url());
    all.put(Variable.DB_USER.key(), TestDatabase.APP);
    all.put(Variable.DB_PASSWORD.key(), TestDatabase.PASSWORD);
    all.put(Variable.TEMPORAL_TARGET.key(), "127.0.0.1:" + temporalPort);
    all.put(Variable.MAIL_HOST.key(), "127.0.0.1");
    all.put(Variable.MAIL_PORT.key(), Integer.toString(HOUSE.mail().port()));
    all.put(Variable.MAIL_STARTTLS.key(), "OFF");
    all.put(Variable.MAIL_FROM.key(), HOUSE.mail().from());
    all.put(Variable.GRAPH_BASE_URL.key(), HOUSE.sandbox().graph().baseUrl().toString());
    all.put(Variable.GRAPH_READER_KIND.key(), "static");
    all.put(Variable.GRAPH_READER_TOKEN.key(), "sandbox-observer");
    all.put(Variable.GRAPH_LOOKER_KIND.key(), "static");
    all.put(Variable.GRAPH_LOOKER_TOKEN.key(), "sandbox-looker");
    all.put(Variable.GRAPH_WRITER_KIND.key(), "static");
    all.put(Variable.GRAPH_WRITER_TOKEN.key(), "sandbox-actor");
    return all;
  }

  private static Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Process process = process(environment, arguments);
    try (BufferedReader said = said(process)) {
      List<String> lines = said.lines().toList();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), String.join("\n", lines));
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process process(Map<String, String> environment, String... arguments)
      throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Worker.class.getName());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly); // a worker that should not start and does
    return process;
  }

  private static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
