package io.gatehouse.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.sandbox.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The tenant's HTTP server on loopback, and the switches with which tests make it misbehave. */
public final class GraphServer implements AutoCloseable {
  private static final String PREFIX = "/v1.0";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Clock clock;
  private final Throttles throttles;
  private final Faults faults = new Faults();
  private final Set<Quirk> quirks = ConcurrentHashMap.newKeySet();
  private final Directory directory;
  private final List<ServedRequest> served = new ArrayList<>();

  /**
   * Starts the server.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException when the port is in use
   */
  public GraphServer(Tenant tenant, Clock clock, int port) {
    this.clock = clock;
    this.throttles = new Throttles(clock);
    this.directory = new Directory(tenant, clock, throttles, quirks);
    this.http = listen(port);
    http.setExecutor(threads);
    http.createContext("/", this::serve);
    http.start();
  }

  private static HttpServer listen(int port) {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The sandbox cannot listen on 127.0.0.1:%d (%s): stop what uses the port or choose another."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** The URL for the SDK: {@code http://127.0.0.1:port/v1.0}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + PREFIX);
  }

  public Faults faults() {
    return faults;
  }

  public Throttles throttles() {
    return throttles;
  }

  public void turnOn(Quirk quirk) {
    quirks.add(quirk);
  }

  public void turnOff(Quirk quirk) {
    quirks.remove(quirk);
  }

  /** Every request so far, in the order they were answered. */
  public List<ServedRequest> served() {
    synchronized (served) {
      return List.copyOf(served);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = Call.read(baseUrl().toString(), PREFIX, exchange);
      var reply = reply(call);
      synchronized (served) {
        served.add(
            new ServedRequest(
                clock.instant(),
                call.method(),
                call.template(),
                call.where(),
                call.requestId(),
                call.clientRequestId(),
                reply.map(Reply::status).orElse(0)));
      }
      if (reply.isPresent()) {
        send(exchange, call, reply.get());
      }
    }
  }

  /** Empty when the connection is to be cut: closing an exchange without an answer does that. */
  private Optional<Reply> reply(Call call) {
    var fault = faults.next(call.method(), call.where());
    if (fault.isEmpty()) {
      return Optional.of(directory.answer(call));
    }
    return switch (fault.get()) {
      case Fault.Throttled(var wait) -> {
        var reply = Reply.error(429, "TooManyRequests", "Please retry again later.", call, clock);
        yield Optional.of(
            wait == null ? reply : reply.with("Retry-After", Long.toString(wait.toSeconds())));
      }
      case Fault.Unavailable(var status, var moment) -> {
        reach(call, moment);
        yield Optional.of(
            Reply.error(status, "ServiceNotAvailable", "Service unavailable.", call, clock));
      }
      case Fault.HtmlBadGateway() ->
          Optional.of(Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"));
      case Fault.ConnectionCut(var moment) -> {
        reach(call, moment);
        yield Optional.empty();
      }
      case Fault.EmptyErrorBody(var status) -> Optional.of(Reply.empty(status));
      case Fault.JsonCut() -> Optional.of(directory.answer(call).cutInTheMiddle());
    };
  }

  private void reach(Call call, Fault.Moment moment) {
    switch (moment) {
      case BEFORE_THE_EFFECT -> {}
      case AFTER_THE_EFFECT -> directory.answer(call);
    }
  }

  private static void send(HttpExchange exchange, Call call, Reply reply) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("request-id", call.requestId());
    headers.set("client-request-id", call.clientRequestId());
    headers.set("x-ms-resource-unit", "1");
    reply.headers().forEach(headers::set);
    if (reply.body().isEmpty()) {
      exchange.sendResponseHeaders(reply.status(), -1);
    } else {
      headers.set("Content-Type", reply.contentType());
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.close();
  }
}
