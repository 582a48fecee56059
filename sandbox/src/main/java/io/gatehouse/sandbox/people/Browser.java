package io.gatehouse.sandbox.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser window: cookies live as long as it is open, scripts do not run. */
final class Browser implements AutoCloseable {
  /** What came back; status 0 and an empty document when nothing did. */
  record Page(int status, Document document) {}

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  Page get(URI link) {
    return send(HttpRequest.newBuilder(link).GET());
  }

  Page post(URI link, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(link)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private Page send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
      return new Page(
          response.statusCode(), Jsoup.parse(response.body(), response.uri().toString()));
    } catch (IOException e) {
      return new Page(0, Document.createShell(""));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Page(0, Document.createShell(""));
    }
  }

  /** Whether a link leads to this computer: the sandbox never calls a stranger. */
  static boolean staysHere(URI link) {
    String host = link.getHost();
    return host != null
        && (host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
