package io.gatehouse.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.gatehouse.sandbox.tenant.AppRegistration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One request, taken apart.
 *
 * @param base the absolute URL in front of every path, without a slash at the end
 * @param path decoded path segments below the base
 * @param query decoded query options
 */
record Call(
    String base,
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    String requestId,
    String clientRequestId) {

  static Call read(String base, String prefix, HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    String path = uri.getRawPath();
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String requestId = UUID.randomUUID().toString();
    return new Call(
        base,
        exchange.getRequestMethod(),
        segments(path.startsWith(prefix + "/") ? path.substring(prefix.length() + 1) : path),
        query(uri.getRawQuery()),
        headers,
        body(exchange, headers.get("content-encoding")),
        requestId,
        headers.getOrDefault("client-request-id", requestId));
  }

  /**
   * A part of a batch: it has the caller of the whole and otherwise only its own headers.
   *
   * @param url relative to the base, as written in the batch
   */
  Call part(String method, String url, Map<String, String> own) {
    int query = url.indexOf('?');
    var with = new LinkedHashMap<String, String>();
    own.forEach((name, value) -> with.put(name.toLowerCase(Locale.ROOT), value));
    header("Authorization").ifPresent(token -> with.put("authorization", token));
    String requestId = UUID.randomUUID().toString();
    return new Call(
        base,
        method,
        segments((query < 0 ? url : url.substring(0, query)).replaceFirst("^/", "")),
        query(query < 0 ? null : url.substring(query + 1)),
        with,
        "",
        requestId,
        with.getOrDefault("client-request-id", requestId));
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1)).map(Call::decodePath).toList();
  }

  private static String decodePath(String segment) {
    // URLDecoder speaks the form dialect, where a plus is a blank; in a path it is a plus
    return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
  }

  private static Map<String, String> query(@Nullable String raw) {
    var options = new LinkedHashMap<String, String>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        options.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
      }
    }
    return options;
  }

  private static String body(HttpExchange exchange, @Nullable String encoding) throws IOException {
    try (InputStream in = exchange.getRequestBody();
        InputStream plain = "gzip".equals(encoding) ? new GZIPInputStream(in) : in) {
      return new String(plain.readAllBytes(), UTF_8);
    }
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(query.get(name));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The decoded path below the base, for faults. */
  String where() {
    return "/" + String.join("/", path);
  }

  /** The path without ids, which chooses the answer: {@code /users/{id}/sponsors}. */
  String template() {
    var shape = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      String part = path.get(i).replaceFirst("^microsoft\\.graph\\.", "graph.");
      boolean isId = i == idAt() && !part.startsWith("graph.");
      shape.append('/').append(isId ? "{id}" : part);
    }
    return shape.toString();
  }

  /** The object id or name in the path. */
  String id() {
    return path.get(idAt());
  }

  private int idAt() {
    return switch (path.getFirst()) {
      case "users", "groups", "applications" -> 1;
      case "directory" -> 2;
      default -> -1;
    };
  }

  boolean isBatch() {
    return method.equals("POST") && template().equals("/$batch");
  }

  boolean isWrite() {
    return !method.equals("GET") && !isBatch();
  }

  boolean asksForSignInActivity() {
    return Stream.of("$select", "$filter", "$expand")
        .flatMap(name -> option(name).stream())
        .anyMatch(asked -> asked.toLowerCase(Locale.ROOT).contains("signinactivity"));
  }

  /** An advanced query: both the header and $count. Source: graph-docs, aad-advanced-queries. */
  boolean isAdvanced() {
    return header("ConsistencyLevel").orElse("").equalsIgnoreCase("eventual")
        && option("$count").orElse("").equals("true");
  }

  Optional<AppRegistration> caller() {
    String authorization = header("Authorization").orElse("");
    return Arrays.stream(AppRegistration.values())
        .filter(app -> authorization.equals("Bearer " + app.token()))
        .findFirst();
  }
}
