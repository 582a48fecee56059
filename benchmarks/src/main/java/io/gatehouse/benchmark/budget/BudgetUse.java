package io.gatehouse.benchmark.budget;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How much of the signInActivity budget a scan of 100,000 guests uses, and who waits for it. */
public final class BudgetUse {
  private static final int GUESTS = 100_000;

  /** Exact timers, and a second late each: a busy Temporal server's. */
  private static final List<Duration> LATE = List.of(Duration.ZERO, Duration.ofSeconds(1));

  private BudgetUse() {}

  public static void main(String[] arguments) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %6s %9s %9s %7s %6s %5s %6s %6s %13s%n",
        "timers late",
        "pages",
        "possible",
        "took",
        "use",
        "waits",
        "429s",
        "least",
        "looks",
        "longest wait");
    for (var late : LATE) {
      try (var scan = new ThrottledScan(GUESTS, late, Clock.systemUTC().instant())) {
        print(late, scan.run());
      }
    }
  }

  private static void print(Duration late, BudgetReport report) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %6d %8ds %8.1fs %6.1f%% %6d %5d %6d %6d %12.1fs%n",
        late.toSeconds() + " s",
        report.pages(),
        report.shortestPossible().toSeconds(),
        report.took().toMillis() / 1e3,
        100 * report.use(),
        report.waits(),
        report.refused(),
        report.fewestInAMinute(),
        report.looks(),
        report.longestWait().toMillis() / 1e3);
  }
}
