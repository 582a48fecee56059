package io.gatehouse.sandbox.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The pages behind the links: a form on GET, a decision on a POST that makes a clear choice. */
final class AnswerPages implements AutoCloseable {
  record Seen(String method, String path, String body) {}

  private final HttpServer http;
  private final List<Seen> seen = new ArrayList<>();
  private volatile int status = 200;

  AnswerPages() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.createContext("/", this::serve);
    http.start();
  }

  String link(String token) {
    return "http://127.0.0.1:%d/a/%s".formatted(http.getAddress().getPort(), token);
  }

  /** From now on every page answers with this status. */
  void answerWith(int newStatus) {
    status = newStatus;
  }

  synchronized List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** The bodies of the POSTs that made a choice. */
  List<String> decisions() {
    return seen().stream()
        .filter(s -> s.method().equals("POST"))
        .map(Seen::body)
        .filter(body -> body.contains("choice="))
        .toList();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      synchronized (this) {
        seen.add(new Seen(exchange.getRequestMethod(), path, body));
      }
      boolean decides = exchange.getRequestMethod().equals("POST") && body.contains("choice=");
      int answer = exchange.getRequestMethod().equals("POST") && !decides ? 400 : status;
      String page = decides ? "<h1>Your answer is recorded.</h1>" : form(path);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      byte[] bytes = page.getBytes(UTF_8);
      exchange.sendResponseHeaders(answer, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String form(String action) {
    return """
    <!doctype html><title>Answer</title>
    <form method="post" action="%s">
      <input type="hidden" name="form" value="7">
      <input type="radio" name="choice" value="keep">
      <input type="radio" name="choice" value="remove">
      <input type="radio" name="choice" value="not-mine">
      <textarea name="reason"></textarea>
      <input type="date" name="until" max="2026-07-01">
      <input type="text" name="who">
      <button>Answer</button>
    </form>
    """
        .formatted(action);
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
