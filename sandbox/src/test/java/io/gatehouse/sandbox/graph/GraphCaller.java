package io.gatehouse.sandbox.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.gatehouse.sandbox.tenant.AppRegistration;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Talks to the server as a stranger would: plain HTTP, query values percent-encoded. */
final class GraphCaller implements AutoCloseable {
  record Answer(int status, HttpHeaders headers, String body) {
    JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }

    String code() {
      return error().get("code").getAsString();
    }

    String message() {
      return error().get("message").getAsString();
    }

    private JsonObject error() {
      return json().getAsJsonObject("error");
    }

    List<JsonObject> value() {
      return json().getAsJsonArray("value").asList().stream()
          .map(e -> e.getAsJsonObject())
          .toList();
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String token;
  private final List<String> headers = new ArrayList<>();

  GraphCaller(GraphServer server, AppRegistration app) {
    this(server, app.token());
  }

  GraphCaller(GraphServer server, String token) {
    this.base = server.baseUrl().toString();
    this.token = token;
  }

  /** The same caller with one more header on every request. */
  GraphCaller with(String name, String value) {
    headers.add(name);
    headers.add(value);
    return this;
  }

  /** Options alternate name and plain value. */
  Answer get(String path, String... options) throws IOException, InterruptedException {
    var url = new StringBuilder(base).append(path);
    for (int i = 0; i < options.length; i += 2) {
      url.append(i == 0 ? '?' : '&').append(URLEncoder.encode(options[i], UTF_8));
      url.append('=').append(URLEncoder.encode(options[i + 1], UTF_8).replace("+", "%20"));
    }
    return follow(url.toString());
  }

  /** Reads an absolute link as it came. */
  Answer follow(String link) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(link)).GET());
  }

  Answer patch(String path, String body) throws IOException, InterruptedException {
    return send(to(path).method("PATCH", BodyPublishers.ofString(body)));
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send(to(path).DELETE());
  }

  Answer post(String path) throws IOException, InterruptedException {
    return send(to(path).POST(BodyPublishers.noBody()));
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return send(to(path).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    var response = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
