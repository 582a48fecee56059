package io.gatehouse.benchmark.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottledScanTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static BudgetReport scanned;

  @BeforeAll
  static void scan_twelve_pages() {
    try (var scan = new ThrottledScan(6_000, Duration.ofSeconds(1), START)) {
      scanned = scan.run();
    }
  }

  @Test
  void twelve_pages_take_more_than_the_minute_that_ten_may_take() {
    assertThat(scanned.pages()).isEqualTo(12);
    assertThat(scanned.took()).isGreaterThan(Duration.ofMinutes(1));
    assertThat(scanned.waits()).isPositive();
    assertThat(scanned.perMinute().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(12);
  }

  @Test
  void looks_go_on_while_the_scan_waits() {
    assertThat(scanned.looks()).isGreaterThanOrEqualTo(5);
    assertThat(scanned.longestWait()).isZero();
  }

  /** The last of 31 pages may come after three minutes at best. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void a_longer_scan_uses_at_least_95_percent_of_what_is_possible_and_is_never_refused(
      long secondsLate) {
    BudgetReport longer;
    try (var scan = new ThrottledScan(15_500, Duration.ofSeconds(secondsLate), START)) {
      longer = scan.run();
    }
    assertThat(longer.shortestPossible()).isEqualTo(Duration.ofMinutes(3));
    assertThat(longer.use()).as("%s", longer).isBetween(0.95, 1.0);
    assertThat(longer.refused()).isZero();
  }

  @Test
  void use_is_the_shortest_possible_time_by_the_time_it_took() {
    var report =
        new BudgetReport(31, Duration.ofMinutes(4), 0, 0, 0, Duration.ZERO, new TreeMap<>());
    assertThat(report.shortestPossible()).isEqualTo(Duration.ofMinutes(3));
    assertThat(report.use()).isEqualTo(0.75);
  }

  @Test
  void the_first_and_the_last_minute_are_not_full() {
    var perMinute = new TreeMap<Instant, Integer>();
    int[] reads = {3, 10, 9, 10, 1};
    for (int i = 0; i < reads.length; i++) {
      perMinute.put(START.plus(Duration.ofMinutes(i)), reads[i]);
    }
    var report = new BudgetReport(33, Duration.ofMinutes(5), 0, 0, 0, Duration.ZERO, perMinute);
    assertThat(report.fewestInAMinute()).isEqualTo(9);
  }
}
