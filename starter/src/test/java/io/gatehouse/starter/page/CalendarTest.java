package io.gatehouse.starter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // now, sign-in, days of the tenant, days of the report
    "2027-03-02T12:00:00Z, 2027-03-01T12:00:00Z, 1 day ago, 1 day ago",
    "2027-03-02T12:00:00Z, 2027-03-01T23:30:00Z, today, 1 day ago",
    "2027-03-01T23:30:00Z, 2027-03-01T12:00:00Z, 1 day ago, today",
    "2027-03-02T00:10:00Z, 2027-03-01T23:50:00Z, today, 1 day ago"
  })
  void days_since_a_sign_in_are_those_of_utc_all_else_is_in_the_days_of_the_tenant(
      Instant now, Instant signIn, String tenants, String reports) {
    var calendar = new Calendar(BERLIN, now);

    assertThat(calendar.day(signIn).distance()).isEqualTo(tenants);
    assertThat(calendar.since(signIn).distance()).isEqualTo(reports);
    assertThat(calendar.since(signIn).words()).isEqualTo(calendar.day(signIn).words());
  }

  @Test
  void how_to_read_the_dates_is_said_in_one_sentence() {
    assertThat(new Calendar(BERLIN, Instant.EPOCH).reading())
        .isEqualTo(
            "Dates are in Europe/Berlin; days since a sign-in are counted in UTC, as Microsoft does.");
    assertThat(new Calendar(ZoneOffset.UTC, Instant.EPOCH).reading())
        .isEqualTo("Dates are in UTC.");
    assertThat(new Calendar(ZoneId.of("Etc/UTC"), Instant.EPOCH).reading())
        .isEqualTo("Dates are in UTC.");
  }
}
