package io.gatehouse.worker.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.config.Variable;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.worker.house.TryHouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A worker on all queues of one house as a process of its own, with its health port. */
final class WorkerProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedReader said;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private final StringJoiner text = new StringJoiner("\n");

  /** Starts and waits until it works. */
  WorkerProcess(TryHouse house, int temporalPort, Path home, Map<String, String> more) {
    port = freePort();
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Worker.class.getName());
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
    builder.environment().putAll(environment(house, temporalPort, home));
    builder.environment().put(Variable.HEALTH_PORT.key(), Integer.toString(port));
    builder.environment().putAll(more);
    try {
      process = builder.redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    awaitGreeting();
  }

  private void awaitGreeting() {
    try {
      String line;
      do {
        line = said.readLine();
        text.add(String.valueOf(line));
      } while (line != null && !line.startsWith("Working for tenant"));
      assertThat(line).as("what it said: %s", text).isNotNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment(TryHouse house, int temporal, Path home) {
    var all = new TreeMap<String, String>();
    all.put(Variable.HOME.key(), home.toString());
    all.put(Variable.TENANT.key(), house.house().tenant());
    all.put(Variable.DB_URL.key(), house.database().url());
    all.put(Variable.DB_USER.key(), TestDatabase.APP);
    all.put(Variable.DB_PASSWORD.key(), TestDatabase.PASSWORD);
    all.put(Variable.TEMPORAL_TARGET.key(), "127.0.0.1:" + temporal);
    all.put(Variable.MAIL_HOST.key(), "127.0.0.1");
    all.put(Variable.MAIL_PORT.key(), Integer.toString(house.mail().port()));
    all.put(Variable.MAIL_STARTTLS.key(), "OFF");
    all.put(Variable.MAIL_FROM.key(), house.mail().from());
    all.put(Variable.GRAPH_BASE_URL.key(), house.relay().baseUrl().toString());
    Map.of("READER", "observer", "LOOKER", "looker", "WRITER", "actor")
        .forEach((side, token) -> {
          all.put("GATEHOUSE_GRAPH_%s_KIND".formatted(side), "static");
          all.put("GATEHOUSE_GRAPH_%s_TOKEN".formatted(side), "sandbox-" + token);
        });
    return all;
  }

  /** What its health port answers. */
  HttpResponse<String> get(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** SIGTERM, without closing what it says as {@link Process#destroy} would. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for its end and returns its exit code. */
  int ended() {
    said.lines().forEach(text::add);
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return process.exitValue();
  }

  /** Everything it has said; whole after its end. */
  String said() {
    return text.toString();
  }

  static void await(String what, BooleanSupplier there) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.close();
  }
}
