package io.gatehouse.worker.house;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Stands between the house and the sandbox's Graph: lets the world change between two calls, and
 * lets the directory say what the sandbox has no guest for.
 */
public final class Relay implements AutoCloseable {
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "host", "date", "transfer-encoding", "upgrade");

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** An action for the next call of a method and path. */
  private record Event(String method, Pattern path, boolean before, Runnable action) {}

  private record Rewriting(Pattern path, UnaryOperator<String> change) {}

  private final URI behind;
  private final HttpServer http;
  private final OkHttpClient client =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).followRedirects(false).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<Rewriting> rewritings = new CopyOnWriteArrayList<>();
  private final List<Pattern> missing = new CopyOnWriteArrayList<>();

  Relay(URI behind) {
    this.behind = behind;
    try {
      this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(threads);
    http.createContext("/", this::pass);
    http.start();
  }

  public URI baseUrl() {
    return URI.create(root() + behind.getPath());
  }

  /** Does this once, before the next such call reaches the directory. */
  public void before(String method, String path, Runnable action) {
    events.add(new Event(method, Pattern.compile(path), true, action));
  }

  /** Does this once, after the next such call reached the directory and before the answer comes. */
  public void after(String method, String path, Runnable action) {
    events.add(new Event(method, Pattern.compile(path), false, action));
  }

  /** From now on answers to GETs of a path read differently. */
  public void rewrite(String path, UnaryOperator<String> change) {
    rewritings.add(new Rewriting(Pattern.compile(path), change));
  }

  /** The next GET of a path finds nothing, as where the directory is not up to date yet. */
  public void missOnce(String path) {
    missing.add(Pattern.compile(path));
  }

  private String root() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private String rootBehind() {
    return "http://127.0.0.1:" + behind.getPort();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      if (method.equals("GET") && missing.removeIf(each -> each.matcher(path).find())) {
        notFound(exchange);
        return;
      }
      happen(method, path, true);
      try (Response answer = client.newCall(request(exchange)).execute()) {
        happen(method, path, false);
        byte[] body = body(method, path, Objects.requireNonNull(answer.body()).bytes());
        answer
            .headers()
            .toMultimap()
            .forEach((name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
        exchange.sendResponseHeaders(answer.code(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static void notFound(HttpExchange exchange) throws IOException {
    byte[] body =
        "{\"error\":{\"code\":\"Request_ResourceNotFound\",\"message\":\"not there\"}}"
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(404, body.length);
    exchange.getResponseBody().write(body);
  }

  private Request request(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    byte[] body = exchange.getRequestBody().readAllBytes();
    var request =
        new Request.Builder()
            .url(rootBehind() + exchange.getRequestURI())
            .method(method, method.equals("GET") ? null : RequestBody.create(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.addHeader(name, value));
          }
        });
    return request.build();
  }

  private void happen(String method, String path, boolean before) {
    List.copyOf(events).stream()
        .filter(event -> event.before() == before && event.method().equals(method))
        .filter(event -> event.path().matcher(path).find())
        .filter(events::remove) // two calls at once: each takes an event of its own
        .findFirst()
        .ifPresent(event -> event.action().run());
  }

  private byte[] body(String method, String path, byte[] body) {
    if (!method.equals("GET")) {
      return body;
    }
    String text = new String(body, StandardCharsets.UTF_8).replace(rootBehind(), root());
    for (Rewriting rewriting : rewritings) {
      if (rewriting.path().matcher(path).find()) {
        text = rewriting.change().apply(text);
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.close();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
