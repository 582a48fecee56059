package io.gatehouse.benchmark.scan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints heap and pace after every so many guests of a step, and at its end. */
final class Progress implements WholeScan.Listener {
  private static final double NANOS = 1e9;

  private final HeapWatch heap = new HeapWatch();
  private final int every;

  private String scan = "";
  private long scanBegun;
  private @Nullable String step;
  private int guests;
  private int calls;
  private int reported;
  private long reportedAt;

  Progress(int every) {
    this.every = every;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-8s %-9s %8s %6s %8s %9s %14s %18s",
            "",
            "step",
            "guests",
            "calls",
            "seconds",
            "guests/s",
            "live heap, MB",
            "most after GC, MB"));
  }

  void begin(String name) {
    scan = name;
    scanBegun = System.nanoTime();
    reportedAt = scanBegun;
    step = null;
  }

  @Override
  public void done(String done, int more) {
    if (!done.equals(step)) {
      endStep();
      step = done;
      guests = 0;
      calls = 0;
      reported = 0;
    }
    guests += more;
    calls++;
    if (guests >= reported + every) {
      report();
    }
  }

  void end(String judgement) {
    endStep();
    System.out.println(
        String.format(Locale.ROOT, "%s: %s after %.1f s", scan, judgement, seconds(scanBegun)));
  }

  private void endStep() {
    if (step != null && (guests > reported || guests == 0)) {
      report();
    }
  }

  private void report() {
    double took = seconds(reportedAt);
    long live = heap.live();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-8s %-9s %8d %6d %8.1f %9.0f %14d %18d",
            scan,
            step,
            guests,
            calls,
            took,
            (guests - reported) / took,
            live,
            Math.max(live, heap.most())));
    reported = guests;
    reportedAt = System.nanoTime();
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / NANOS;
  }
}
