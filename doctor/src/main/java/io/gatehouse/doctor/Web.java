package io.gatehouse.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** One GET without any credential. */
final class Web {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Web() {}

  /** The status; empty when nobody answered. */
  static Optional<Integer> status(String url) {
    return get(url).map(HttpResponse::statusCode);
  }

  /** What the other side says the time is, to the second; empty when it does not. */
  static Optional<Instant> date(String url) {
    return get(url).flatMap(answer -> answer.headers().firstValue("Date")).flatMap(Web::instant);
  }

  private static Optional<HttpResponse<Void>> get(String url) {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
      return Optional.of(http.send(request, BodyHandlers.discarding()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
