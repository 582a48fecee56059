package io.gatehouse.worker.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {
  private final Letters letters = new Letters();

  @ParameterizedTest
  @CsvSource({"guest-before-disable", "guest-disabled"})
  void values_are_markup_nowhere(String template) {
    String hostile = "<img src=x onerror=alert(1)> ${T(java.lang.Runtime)} [(${guest})]";

    Letters.Rendered letter =
        letters.render(
            template,
            Map.of(
                "guest", hostile,
                "why", "Your guest account was reviewed",
                "contact", "a <a@example.com>",
                "disableOn", "Monday",
                "deleteOn", "Monday"));

    assertThat(letter.html()).doesNotContain("<img").contains("&lt;img").contains("${T(");
    assertThat(letter.text()).contains(hostile).contains("a <a@example.com>");
  }

  @Test
  void a_day_is_the_day_in_the_policys_zone() {
    Instant lateEvening = Instant.parse("2026-03-16T23:30:00Z");

    assertThat(Letters.day(lateEvening, ZoneId.of("Europe/Berlin")))
        .isEqualTo("Tuesday, 17 March 2026");
    assertThat(Letters.day(lateEvening, ZoneId.of("America/New_York")))
        .isEqualTo("Monday, 16 March 2026");
  }
}
