package io.gatehouse.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SkippingClockTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final SkippingClock clock = new SkippingClock(START);

  @Test
  void it_jumps_to_an_instant_to_come() {
    var later = START.plus(Duration.ofDays(1));
    clock.skipTo(later);
    assertThat(clock.instant()).isBetween(later, later.plus(Duration.ofHours(1)));
  }

  @Test
  void it_never_goes_back() {
    clock.skip(Duration.ofDays(1));
    var before = clock.instant();
    clock.skipTo(START);
    assertThat(clock.instant()).isAfterOrEqualTo(before);
  }
}
