package io.gatehouse.starter.cli;

import io.gatehouse.config.StartProblem;
import io.gatehouse.config.Variable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/** The clock of running pages: the time of a demo, which is months ahead of the wall. */
public final class PagesClock extends Clock {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String baseUrl;

  private PagesClock(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The system's clock, or the one of the demo whose variables these are. */
  public static Clock orSystem(Map<String, String> environment) {
    return simulated(environment)
        ? new PagesClock(
            environment.getOrDefault(
                Variable.PAGES_BASE_URL.key(), Variable.PAGES_BASE_URL.fallback()))
        : Clock.systemUTC();
  }

  /** Whether these are the variables of a demo, whose time is not the wall's. */
  public static boolean simulated(Map<String, String> environment) {
    return "pages".equals(environment.get(Variable.CLOCK.key()));
  }

  @Override
  public Instant instant() {
    try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request =
          HttpRequest.newBuilder(URI.create(baseUrl + "/clock")).timeout(PATIENCE).build();
      return Instant.parse(http.send(request, BodyHandlers.ofString()).body().strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw silent(e);
    } catch (IOException | DateTimeException e) {
      throw silent(e);
    }
  }

  private StartProblem silent(Exception e) {
    return new StartProblem(
        "The demo's pages at %s do not tell the time: start the demo again.".formatted(baseUrl), e);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this; // every reader asks for an instant and brings the policy's zone
  }
}
