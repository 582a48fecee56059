package io.gatehouse.worker.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.Variable;
import io.gatehouse.store.Store;
import io.grpc.StatusRuntimeException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.springframework.dao.DataAccessException;

/**
 * For probes on this machine: {@code GET /health} says in a few words whether this worker works and
 * reaches what no activity can do without.
 */
final class WorkerHealth implements AutoCloseable {
  private final HttpServer http;
  private final WorkerHost host;
  private final WorkflowServiceStubs temporal;
  private final Store store;

  private WorkerHealth(
      HttpServer http, WorkerHost host, WorkflowServiceStubs temporal, Store store) {
    this.http = http;
    this.host = host;
    this.temporal = temporal;
    this.store = store;
  }

  /**
   * Listens on loopback.
   *
   * @throws StartProblem when the port is in use
   */
  static WorkerHealth start(int port, WorkerHost host, WorkflowServiceStubs temporal, Store store) {
    try {
      var http =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
      var health = new WorkerHealth(http, host, temporal, store);
      http.createContext("/health", health::answer);
      http.start();
      return health;
    } catch (IOException e) {
      throw new StartProblem(
          "Port %d is in use: end the other program or set another %s."
              .formatted(port, Variable.HEALTH_PORT.key()),
          e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String problem = problem();
      byte[] words = (problem.isEmpty() ? "ok\n" : problem + "\n").getBytes(UTF_8);
      exchange.sendResponseHeaders(problem.isEmpty() ? 200 : 503, words.length);
      exchange.getResponseBody().write(words);
    }
  }

  private String problem() {
    if (!host.works()) {
      return "this worker is stopping";
    }
    try {
      temporal.healthCheck();
    } catch (StatusRuntimeException e) {
      return "Temporal does not answer";
    }
    try {
      store.safety().current();
    } catch (DataAccessException e) {
      return "the database does not answer";
    }
    return "";
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
