package io.gatehouse.graph.conformity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.sandbox.tenant.AppRegistration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands between the product and the sandbox and writes down what both say. */
final class RecordingProxy implements AutoCloseable {

  private static final String VERSION = "/v1.0";

  /** What the HTTP client sets itself and refuses to be given. */
  private static final Set<String> OWN =
      Set.of("host", "connection", "content-length", "transfer-encoding");

  private final URI sandbox;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final List<Exchange> recorded = Collections.synchronizedList(new ArrayList<>());

  RecordingProxy(URI sandbox) throws IOException {
    this.sandbox = sandbox;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), VERSION));
  }

  List<Exchange> recorded() {
    return List.copyOf(recorded);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var response = forward(exchange);
      // Links must lead here again.
      var answer = response.body().replace(sandbox.toString(), base().toString());
      record(exchange, response.statusCode(), answer);
      response
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      var bytes = answer.getBytes(UTF_8);
      exchange.sendResponseHeaders(response.statusCode(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private HttpResponse<String> forward(HttpExchange exchange) throws IOException {
    var target = exchange.getRequestURI().toString().substring(VERSION.length());
    var request =
        HttpRequest.newBuilder(URI.create(sandbox + target))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private void record(HttpExchange exchange, int status, String answer) {
    var uri = exchange.getRequestURI();
    recorded.add(
        new Exchange(
            app(exchange.getRequestHeaders().getFirst("Authorization")),
            exchange.getRequestMethod(),
            Arrays.asList(uri.getPath().substring(VERSION.length() + 1).split("/", -1)),
            query(uri.getRawQuery()),
            status,
            answer));
  }

  private static AppRegistration app(String authorization) {
    return Arrays.stream(AppRegistration.values())
        .filter(app -> authorization.equals("Bearer " + app.token()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> query(@Nullable String raw) {
    var options = new LinkedHashMap<String, String>();
    if (raw != null) {
      for (var option : raw.split("&", -1)) {
        var parts = option.split("=", 2);
        options.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return options;
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
