package io.gatehouse.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.peer.JavaProcess;
import io.gatehouse.peer.Peers;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.database.Database;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.PortBoundTestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code serve} as a process of its own: what it tells about itself, and how it ends. */
class ServeProcessTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final Pattern PAGES = Pattern.compile("Pages: http://127.0.0.1:(\\d+)");

  private final TestHouse house = new TestHouse();
  private final int temporalPort = Peers.freePort();
  private final int healthPort = Peers.freePort();
  private final PortBoundTestServer temporal = TestServer.createPortBoundServer(temporalPort);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    temporal.close();
    house.close();
  }

  @Test
  void told_to_stop_it_finishes_the_page_under_way_and_ends_with_0() throws Exception {
    try (var process = JavaProcess.start(Gatehouse.class, environment(), "serve");
        Database owner = house.database.as(TestDatabase.OWNER)) {
      int pages = Integer.parseInt(process.awaitLine(PAGES).group(1));
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
            JavaProcess.await("the page waits for the table", () -> waitsForALock(owner));
            process.terminate();
            JavaProcess.await("its health port ends", () -> !answers(healthPort));
            return asked;
          });

      assertThat(page.get(PATIENCE_SECONDS, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(process.ended()).as(process.said()).isZero();
      assertThat(process.said())
          .contains("Stopped: every page and delivery that was under way is finished.")
          .doesNotContain("ERROR", "Exception");
    }
  }

  private Map<String, String> environment() {
    Map<String, String> all = house.environment();
    all.put("GATEHOUSE_TEMPORAL_TARGET", "127.0.0.1:" + temporalPort);
    all.put("GATEHOUSE_HEALTH_PORT", Integer.toString(healthPort));
    return all;
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
}
