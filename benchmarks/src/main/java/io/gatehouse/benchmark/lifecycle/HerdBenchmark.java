package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.benchmark.ChildJvm;
import io.gatehouse.store.TestDatabase;
import java.util.List;
import java.util.Locale;

/**
 * Many lifecycles that fall due in the same moment, as at the end of an outage: how long until all
 * have gone on, and whether more of them are slower than their number says. Argument: Temporal's
 * address.
 */
public final class HerdBenchmark {
  private static final int[] HERDS = {500, 2_000, 5_000};

  /** Long enough to park the largest herd on a slow machine, so that none is due before. */
  private static final int WITHIN_SECONDS = 420;

  /** Seconds; the last one parked is due a little later than the others. */
  private static final int AFTER_THE_LAST = 30;

  private static final List<String> FLAGS =
      List.of(
          "-Xmx2g",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private HerdBenchmark() {}

  public static void main(String[] arguments) {
    System.out.println("due at once    seconds    a second    tasks timed out");
    try (var database = TestDatabase.fresh()) {
      for (int herd : HERDS) {
        // In proportion: a small herd is parked sooner.
        int within = Math.max(60, WITHIN_SECONDS * herd / HERDS[HERDS.length - 1]);
        try (var process =
            new ChildJvm(
                FLAGS,
                LifecycleProcess.class,
                "gatehouse",
                arguments[0],
                database.url(),
                "600", // the SDK's own number: most of a large herd is not in the cache
                Integer.toString(within))) {
          process.next();
          double parked = Double.parseDouble(process.ask("park " + herd));
          int left = within - (int) parked + AFTER_THE_LAST;
          String[] answer = process.ask("herd " + left).split(" ");
          double seconds = Double.parseDouble(answer[0]);
          System.out.printf(
              Locale.ROOT, "%11d %10.1f %11.1f %18s%n", herd, seconds, herd / seconds, answer[1]);
          process.ask("end");
        }
      }
    }
  }
}
