package io.gatehouse.benchmark.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;

/**
 * What a scan made of ten signInActivity reads a minute.
 *
 * @param took simulated time from the first read to the last answer
 * @param waits attempts that our own budget put off, without a request
 * @param refused requests that the tenant answered with 429, looks included
 * @param longestWait of a look, for a free slot
 * @param perMinute reads the tenant answered, by minute of its clock
 */
record BudgetReport(
    int pages,
    Duration took,
    int waits,
    long refused,
    int looks,
    Duration longestWait,
    SortedMap<Instant, Integer> perMinute) {

  private static final int PER_MINUTE = 10;

  /** Ten reads at once, a minute later ten more: nobody can be faster. */
  Duration shortestPossible() {
    return Duration.ofMinutes((pages - 1) / PER_MINUTE);
  }

  /** Share of the budget that was used, from 0 to 1. */
  double use() {
    return (double) shortestPossible().toMillis() / took.toMillis();
  }

  /** In any full minute of the tenant's clock, the first and the last left out. */
  int fewestInAMinute() {
    return perMinute.values().stream()
        .skip(1)
        .limit(Math.max(1, perMinute.size() - 2L))
        .mapToInt(Integer::intValue)
        .min()
        .orElse(0);
  }
}
