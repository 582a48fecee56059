package io.gatehouse.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.sandbox.mail.Letter;
import io.gatehouse.sandbox.mail.PostOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Whoever is asked first: reads the mail, opens the link, fills in the form. */
record Sponsor(PostOffice mail) {
  private static final Pattern LINK = Pattern.compile("https?://\\S+?/a/[\\w-]+");

  /** The link of a question that came, none of those that are answered. */
  URI asked(URI... answered) {
    Eventually.holds(
        Duration.ofSeconds(120),
        () -> link(answered).isPresent(),
        () -> "no question came by mail");
    return link(answered).orElseThrow();
  }

  private Optional<URI> link(URI... answered) {
    return mail.recipientsAfter(0).stream()
        .flatMap(recipient -> mail.letters(recipient).stream())
        .map(Letter::text)
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(found -> URI.create(found.group()))
        .filter(link -> !List.of(answered).contains(link))
        .findFirst();
  }

  /** Vouches for the guest on the page, and returns what the page says then. */
  String keeps(URI link) {
    try (var http = HttpClient.newHttpClient()) {
      Document page = page(http, HttpRequest.newBuilder(link).GET());
      var form = (FormElement) page.selectFirst("form[method=post]");
      var fields = new LinkedHashMap<String, String>();
      if (form != null) {
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
      }
      fields.put("choice", "keep");
      fields.put("reason", "We work together every week.");
      fields.put("until", LocalDate.now(ZoneOffset.UTC).plusDays(90).toString());
      return page(
              http,
              HttpRequest.newBuilder(link)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(encoded(fields))))
          .select("[role=status], [role=alert], .given")
          .text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Document page(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var answer =
        http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    return Jsoup.parse(answer.body(), answer.uri().toString());
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
