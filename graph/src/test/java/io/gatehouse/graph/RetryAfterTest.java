package io.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final String FIVE_PAST_ELEVEN = "Mon, 02 Mar 2026 11:05:00 GMT";

  @Test
  void a_date_is_measured_from_the_servers_own_clock() {
    var headers =
        Headers.of("Date", "Mon, 02 Mar 2026 11:00:00 GMT", "Retry-After", FIVE_PAST_ELEVEN);

    assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ofMinutes(5));
  }

  @Test
  void a_date_is_measured_from_ours_when_the_server_tells_no_time() {
    assertThat(RetryAfter.of(Headers.of("Retry-After", FIVE_PAST_ELEVEN), NOW))
        .contains(Duration.ofMinutes(185));
  }

  @Test
  void a_date_in_the_past_still_means_a_moment() {
    var headers = Headers.of("Retry-After", "Mon, 02 Mar 2026 07:00:00 GMT");

    assertThat(RetryAfter.of(headers, NOW)).contains(Duration.ofSeconds(1));
  }

  @Test
  void an_hour_stays_an_hour() {
    assertThat(RetryAfter.of(Headers.of("Retry-After", "3600"), NOW)).contains(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "99999999999999999999"})
  void what_cannot_be_read_counts_as_missing(String text) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", text), NOW)).isEmpty();
  }
}
