package io.gatehouse.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.database.Database;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.PortBoundTestServer;
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
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code serve} as a process of its own: what it tells about itself, and how it ends. */
class ServeProcessTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final Pattern PAGES = Pattern.compile("Pages: http://127.0.0.1:(\\d+)");

  private final TestHouse house = new TestHouse();
  private final int temporalPort = freePort();
  private final int healthPort = freePort();
  private final PortBoundTestServer temporal = TestServer.createPortBoundServer(temporalPort);
  private final HttpClient http = HttpClient.newHttpClient();
  private final StringJoiner said = new StringJoiner("\n");

  @AfterEach
  void close() {
    http.close();
    temporal.close();
    house.close();
  }

  @Test
  void told_to_stop_it_finishes_the_page_under_way_and_ends_with_0() throws Exception {
    Process process = process();
    try (var output =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Database owner = house.database.as(TestDatabase.OWNER)) {
      int pages = awaitPages(output);
      assertThat(get(healthPort, "/health").body()).isEqualTo("ok\n");
      assertThat(get(healthPort, "/ready").body())
          .contains("postgresql ok", "temporal ok", "last-scan warning", "answers ok");
      assertThat(get(healthPort, "/metrics").body())
          .contains("gatehouse_gate_open 1.0", "temporal_request");
      assertThat(get(pages, "/metrics").statusCode())
          .as("the pages' port faces everybody")
          .isEqualTo(404);

      var page =
          owner.inTransaction(() -> {
            owner.jdbc().sql("lock table gatehouse.guest in access exclusive mode").update();
            var asked = http.sendAsync(request(pages, "/"), BodyHandlers.ofString());
            await("the page waits for the table", () -> waitsForALock(owner));
            process.toHandle().destroy();
            await("its health port ends", () -> !answers(healthPort));
            return asked;
          });

      assertThat(page.get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      output.lines().forEach(said::add);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(said.toString()).isZero();
      assertThat(said.toString())
          .contains("Stopped: every page and delivery that was under way is finished.")
          .doesNotContain("ERROR", "Exception");
    } finally {
      process.destroyForcibly();
    }
  }

  private Process process() throws IOException {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Gatehouse.class.getName(),
            "serve");
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
    builder.environment().putAll(house.environment());
    builder.environment().put("GATEHOUSE_TEMPORAL_TARGET", "127.0.0.1:" + temporalPort);
    builder.environment().put("GATEHOUSE_HEALTH_PORT", Integer.toString(healthPort));
    return builder.redirectErrorStream(true).start();
  }

  private int awaitPages(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.add(line);
      var found = PAGES.matcher(line);
      if (found.find()) {
        return Integer.parseInt(found.group(1));
      }
    }
    throw new AssertionError("serve ended: " + said);
  }

  private static boolean waitsForALock(Database database) {
    return database
            .jdbc()
            .sql("select count(*) from pg_locks where not granted")
            .query(Long.class)
            .single()
        > 0;
  }

  private boolean answers(int port) {
    try {
      http.send(request(port, "/health"), BodyHandlers.discarding());
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    return http.send(request(port, path), BodyHandlers.ofString());
  }

  private static HttpRequest request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  private static void await(String what, BooleanSupplier there) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
