package io.gatehouse.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "-P1D, WRONG, ended on 2026-11-26",
    "PT0S, WRONG, ended on 2026-11-27",
    "PT1S, NOTE, ends on 2026-11-27",
    "P29DT23H, NOTE, ends on 2026-12-27",
    "P30D, WELL, holds until 2026-12-27",
    "P365D, WELL, holds until 2027-11-27"
  })
  void a_certificate_is_told_about_a_month_before_it_ends(
      Duration left, Finding.Grade grade, String words) {
    Finding finding = Lifetime.finding(NOW.plus(left), NOW);

    assertThat(finding.grade()).isEqualTo(grade);
    assertThat(finding.words()).contains(words);
  }
}
