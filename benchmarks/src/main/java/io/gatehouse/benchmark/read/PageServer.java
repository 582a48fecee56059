package io.gatehouse.benchmark.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves prepared pages from memory over loopback, without throttling. */
final class PageServer implements AutoCloseable {
  private static final String PREFIX = "/v1.0";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<byte[]> bodies;

  PageServer(PreparedPages pages) {
    try {
      this.http =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("No loopback port is free for the prepared pages.", e);
    }
    var address = baseUrl().toString();
    this.bodies =
        pages.bodies().stream()
            .map(body -> body.replace(PreparedPages.ADDRESS, address).getBytes(UTF_8))
            .toList();
    http.setExecutor(threads);
    http.createContext("/", this::serve);
    http.start();
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:%d%s".formatted(http.getAddress().getPort(), PREFIX));
  }

  /** Of all pages together. */
  long bytes() {
    return bodies.stream().mapToLong(body -> body.length).sum();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = bodies.get(page(exchange.getRequestURI().getQuery()));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("request-id", "prepared");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static int page(String query) {
    String mark = PreparedPages.NEXT + "=";
    return query.startsWith(mark) ? Integer.parseInt(query.substring(mark.length())) : 0;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.close();
  }
}
