package io.gatehouse.worker.host;

import io.gatehouse.config.Variable;
import io.gatehouse.peer.JavaProcess;
import io.gatehouse.peer.Peers;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.worker.house.TryHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A worker on all queues of one house as a process of its own, with its health port. */
final class WorkerProcess implements AutoCloseable {
  private final JavaProcess process;
  private final int port = Peers.freePort();
  private final HttpClient http = HttpClient.newHttpClient();

  /** Starts and waits until it works. */
  WorkerProcess(TryHouse house, int temporalPort, Path home, Map<String, String> more) {
    Map<String, String> environment = environment(house, temporalPort, home);
    environment.put(Variable.HEALTH_PORT.key(), Integer.toString(port));
    environment.putAll(more);
    process = JavaProcess.start(Worker.class, environment);
    process.awaitLine(Pattern.compile("^Working for tenant"));
  }

  /** All that a worker on every queue of this house needs. */
  static Map<String, String> environment(TryHouse house, int temporal, Path home) {
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

  void terminate() {
    process.terminate();
  }

  /** Waits for its end and returns its exit code. */
  int ended() {
    return process.ended();
  }

  /** Everything it has said; whole after its end. */
  String said() {
    return process.said();
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
