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
    String below =
        uri.getRawPath().startsWith(prefix + "/")
            ? uri.getRawPath().substring(prefix.length() + 1)
            : uri.getRawPath();
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String requestId = UUID.randomUUID().toString();
    return new Call(
        base,
        exchange.getRequestMethod(),
        Arrays.stream(below.split("/", -1)).map(Call::decodePath).toList(),
        query(uri.getRawQuery()),
        headers,
        body(exchange, headers.get("content-encoding")),
        requestId,
        headers.getOrDefault("client-request-id", requestId));
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
    var parts = path.stream().map(p -> p.replaceFirst("^microsoft\\.graph\\.", "graph.")).toList();
    int id =
        parts.getFirst().equals("users")
            ? 1
            : where().startsWith("/directory/deletedItems/") ? 2 : -1;
    var shape = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      boolean isId = i == id && !parts.get(i).startsWith("graph.");
      shape.append('/').append(isId ? "{id}" : parts.get(i));
    }
    return shape.toString();
  }

  /** The object id or name in the path. */
  String id() {
    return path.getFirst().equals("users") ? path.get(1) : path.get(2);
  }

  boolean isWrite() {
    return !method.equals("GET");
  }

  boolean asksForSignInActivity() {
    String asked = option("$select").orElse("") + " " + option("$filter").orElse("");
    return asked.toLowerCase(Locale.ROOT).contains("signinactivity");
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
