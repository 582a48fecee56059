package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphDateTest {

  @Test
  void every_second_of_ten_thousand_years_is_read_as_the_library_reads_it() {
    var random = new Random(7);
    long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    long end = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    for (int i = 0; i < 20_000; i++) {
      var instant = Instant.ofEpochSecond(random.nextLong(first, end));
      assertThat(GraphDate.parse(instant.toString())).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T00:00:00Z",
        "2026-12-31T23:59:59Z",
        "2026-01-01T24:00:00Z",
        "2026-06-30T23:59:60Z",
        "2026-11-20T08:15:30.1234567Z",
        "2026-11-20T08:15:30+01:00",
        "2026-11-20t08:15:30z"
      })
  void an_unusual_date_is_read_as_the_library_reads_it(String text) {
    assertThat(GraphDate.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-20",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-10T00:00:00Z",
        "2026-11-00T00:00:00Z",
        "2026-11-31T00:00:00Z",
        "2026-11-20T25:00:00Z",
        "2026-11-20T08:60:00Z",
        "2026-11-20T08:15:61Z",
        "2026-11-20 08:15:30Z",
        "2026-11-20T08:15:3٣Z"
      })
  void what_is_no_date_is_refused(String text) {
    assertThatThrownBy(() -> GraphDate.parse(text)).isInstanceOf(DateTimeParseException.class);
  }
}
