package io.gatehouse.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The tenant's HTTP server on loopback, and the switches with which tests make it misbehave. */
public final class GraphServer implements AutoCloseable {
  private static final String PREFIX = "/v1.0";

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Throttles throttles;
  private final Faults faults = new Faults();
  private final Set<Quirk> quirks = ConcurrentHashMap.newKeySet();
  private final Consents consents = new Consents(quirks);
  private final Book book = new Book();
  private final Intake intake;

  /**
   * Starts the server.
   *
   * @param port 0 for a free one
   * @throws UncheckedIOException when the port is in use
   */
  public GraphServer(Tenant tenant, Clock clock, int port) {
    this.throttles = new Throttles(clock);
    var directory = new Directory(tenant, clock, throttles, consents, quirks);
    this.intake = new Intake(directory, faults, book, clock);
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

  public Consents consents() {
    return consents;
  }

  public void turnOn(Quirk quirk) {
    quirks.add(quirk);
  }

  public void turnOff(Quirk quirk) {
    quirks.remove(quirk);
  }

  /**
   * The newest hundred thousand requests, in the order they were answered; parts of a batch one by
   * one.
   */
  public List<ServedRequest> served() {
    return book.newest();
  }

  /** How many requests a registration got answered in each minute, those refused by 429 apart. */
  public SortedMap<Instant, Integer> servedPerMinute(AppRegistration app, Budget budget) {
    return book.perMinute(app, budget);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) { // closing without an answer cuts the connection
      var call = Call.read(baseUrl().toString(), PREFIX, exchange);
      var reply = intake.take(call);
      if (reply.isPresent()) {
        send(exchange, call, reply.get());
      }
    }
  }

  private static void send(HttpExchange exchange, Call call, Reply reply) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("request-id", call.requestId());
    headers.set("client-request-id", call.clientRequestId());
    headers.set("x-ms-resource-unit", Integer.toString(ResourceUnits.of(call)));
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
