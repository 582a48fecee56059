package io.gatehouse.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.config.HealthSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.Variable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * For probes and scrapers, not for people: {@code GET /health} says whether the process lives and
 * takes work, {@code /ready} whether everything it needs is there, {@code /metrics} what it counts.
 */
public final class ManagementPort implements AutoCloseable {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private ManagementPort(HttpServer http) {
    this.http = http;
  }

  private record Answer(int status, String type, String body) {}

  private interface Answering {
    Answer answer() throws InterruptedException;
  }

  /**
   * Listens.
   *
   * @param stopping why the process takes no work any more; empty while it does. Asks no peer: an
   *     orchestrator that restarts what is not alive would help nobody while Temporal is down
   * @throws StartProblem when the port is in use, or the address is not this machine's
   */
  public static ManagementPort start(
      HealthSettings at, Supplier<String> stopping, Readiness readiness, Telemetry telemetry) {
    try {
      var http = HttpServer.create(new InetSocketAddress(at.address(), at.port()), 0);
      var management = new ManagementPort(http);
      management.serve("/health", () -> health(stopping.get()));
      management.serve("/ready", () -> ready(stopping.get(), readiness));
      management.serve(
          "/metrics", () -> new Answer(200, PROMETHEUS, telemetry.registry().scrape()));
      http.setExecutor(management.threads);
      http.start();
      return management;
    } catch (IOException e) {
      throw new StartProblem(
          "Port %d of %s cannot be listened on (%s): end the program that uses it, or set another %s or %s."
              .formatted(
                  at.port(),
                  at.address(),
                  e.getMessage(),
                  Variable.HEALTH_PORT.key(),
                  Variable.HEALTH_ADDRESS.key()),
          e);
    }
  }

  private static Answer health(String stopping) {
    return stopping.isEmpty() ? text(200, "ok\n") : text(503, stopping + "\n");
  }

  private static Answer ready(String stopping, Readiness readiness) throws InterruptedException {
    if (!stopping.isEmpty()) {
      return health(stopping);
    }
    Readiness.Report report = readiness.look();
    return text(report.ready() ? 200 : 503, report.lines());
  }

  private static Answer text(int status, String body) {
    return new Answer(status, TEXT, body);
  }

  private void serve(String path, Answering answering) {
    http.createContext(path, exchange -> answer(exchange, path, answering));
  }

  /** A context answers for everything below its path too: only the path itself is meant. */
  private static void answer(HttpExchange exchange, String path, Answering answering)
      throws IOException {
    try (exchange) {
      Answer answer =
          exchange.getRequestURI().getPath().equals(path)
              ? answering.answer()
              : text(404, "GET /health, /ready or /metrics\n");
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
