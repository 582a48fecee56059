package io.gatehouse.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.write.DirectoryWriter;
import io.gatehouse.sandbox.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;

/** An HTTP server that gives the answers a test queued, in order, and remembers what was asked. */
public final class StubGraph implements AutoCloseable {

  /** What came in. {@code target} is path and query, decoded. */
  public record Asked(String method, String target, String body, HttpExchange exchange) {

    public String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }
  }

  /** How one request is answered. */
  @FunctionalInterface
  public interface Answer {
    void give(HttpExchange exchange) throws IOException;

    default Answer with(String header, String value) {
      return exchange -> {
        exchange.getResponseHeaders().set(header, value);
        give(exchange);
      };
    }
  }

  private final MovableClock clock = new MovableClock();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private final HttpServer server;
  private final GraphConnection connection;

  public StubGraph() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
    connection =
        new GraphConnection(
            URI.create(base()), new Credential.StaticToken("secret"), new CallBudget(clock), clock);
  }

  public static Answer json(int status, String body) {
    return typed(status, "application/json;odata.metadata=minimal;charset=utf-8", body);
  }

  public static Answer error(int status, String code) {
    return json(
        status,
        "{\"error\":{\"code\":\"%s\",\"message\":\"About ann@example.com\"}}".formatted(code));
  }

  public static Answer html(int status) {
    return typed(status, "text/html", "<html><body>Bad Gateway</body></html>");
  }

  public static Answer empty(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** The connection ends before a single byte of an answer. */
  public static Answer hangUp() {
    return HttpExchange::close;
  }

  /** Announces more bytes than it sends. */
  public static Answer cut(String beginning) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      var bytes = beginning.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length + 100L);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  private static Answer typed(int status, String type, String body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  public StubGraph answers(Answer answer) {
    synchronized (answers) {
      answers.add(answer.with("request-id", "graph-1"));
    }
    return this;
  }

  public String base() {
    return "http://127.0.0.1:%d/v1.0".formatted(server.getAddress().getPort());
  }

  public DirectoryReader reader() {
    return new DirectoryReader(connection);
  }

  public DirectoryWriter writer() {
    return new DirectoryWriter(connection);
  }

  public MovableClock clock() {
    return clock;
  }

  public List<Asked> asked() {
    synchronized (answers) {
      return List.copyOf(asked);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var target = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
    Answer answer;
    synchronized (answers) {
      asked.add(new Asked(exchange.getRequestMethod(), target, body, exchange));
      answer = answers.isEmpty() ? empty(418) : answers.remove();
    }
    try (exchange) {
      answer.give(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
