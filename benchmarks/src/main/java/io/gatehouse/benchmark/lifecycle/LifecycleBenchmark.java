package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.benchmark.ChildJvm;
import io.gatehouse.store.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Lifecycles of removed guests on one Temporal server, ours and the same commands bare, in turn: so
 * many a second, starts, Updates, and the heap of those that wait. Argument: Temporal's address.
 */
public final class LifecycleBenchmark {
  private static final int ROUNDS = 3;
  private static final int STARTS = 480; // batches for two rounds of all that start
  private static final int STARTS_A_ROUND = 4;

  /** A worker that opens lifecycles has run for days: its compiler is done. */
  private static final int WARM_UP = 3 * STARTS;

  private static final int RUNS = 120;
  private static final int UPDATES = 300;
  private static final int PARKED_CACHED = 600;

  /** Each is so little that few would drown in what else a heap does. */
  private static final int PARKED_EVICTED = 3_000;

  private static final int UNLIMITED = 5_000;
  private static final int FEW = 20;
  private static final List<String> FLAGS =
      List.of(
          "-Xmx1g",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final String temporal;
  private final TestDatabase database;

  private LifecycleBenchmark(String temporal, TestDatabase database) {
    this.temporal = temporal;
    this.database = database;
  }

  public static void main(String[] arguments) {
    try (var database = TestDatabase.fresh()) {
      var benchmark = new LifecycleBenchmark(arguments[0], database);
      benchmark.speed();
      benchmark.memory();
    }
  }

  private void speed() {
    try (ChildJvm bare = process("bare", UNLIMITED);
        ChildJvm ours = process("gatehouse", UNLIMITED)) {
      cost(bare, ours);
      for (String warmUp : List.of("run 40", "starts " + WARM_UP)) {
        bare.ask(warmUp);
        ours.ask(warmUp);
      }
      var starts = new Rounds("starts a second", "starts " + STARTS, took -> STARTS / took(took));
      var runs = new Rounds("lifecycles a second", "run " + RUNS, took -> RUNS / took(took));
      var updates = updates("Update to completed, p99 ms", "updates ");
      var locally = updates("the same, both locally", "updates-locally ");
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < STARTS_A_ROUND; i++) {
          starts.measure(bare, ours);
        }
        runs.measure(bare, ours);
        for (Rounds each : List.of(updates, locally)) {
          bare.ask("park " + UPDATES);
          ours.ask("park " + UPDATES);
          each.measure(bare, ours);
        }
      }
      Stream.of(starts, runs, updates, locally).forEach(Rounds::median);
    }
  }

  private static Rounds updates(String what, String command) {
    return new Rounds(what, command + UPDATES, took -> Double.parseDouble(took.split(" ")[1]));
  }

  private static void cost(ChildJvm bare, ChildJvm ours) {
    Cost ofBare = Cost.read(bare.ask("cost"));
    Cost ofOurs = Cost.read(ours.ask("cost"));
    System.out.printf("one case        %12s %12s%n", "bare", "Gatehouse");
    line("workflow tasks", ofBare.tasks(), ofOurs.tasks());
    line("transitions", ofBare.transitions(), ofOurs.transitions());
    line("events", ofBare.events(), ofOurs.events());
    line("bytes", ofBare.bytes(), ofOurs.bytes());
    line("billed Actions", ofBare.actions(), ofOurs.actions());
    if (!ofBare.asksTheSameAs(ofOurs)) {
      throw new IllegalStateException(
          "The two issue other commands and cannot be compared: %s, %s".formatted(ofBare, ofOurs));
    }
  }

  private void memory() {
    for (int cached : new int[] {UNLIMITED, FEW}) {
      double bare = bytesPerParked("bare", cached);
      double ours = bytesPerParked("gatehouse", cached);
      System.out.printf(
          Locale.ROOT,
          "heap of one that waits, %s: bare %.1f KiB, Gatehouse %.1f KiB, ratio %.2f%n",
          cached == FEW ? "evicted" : "cached",
          bare / 1024,
          ours / 1024,
          ours / bare);
    }
  }

  /** The first ones bring with them what all share. */
  private double bytesPerParked(String contender, int cached) {
    int parked = cached == FEW ? PARKED_EVICTED : PARKED_CACHED;
    try (ChildJvm process = process(contender, cached)) {
      process.ask("park 100");
      long before = Long.parseLong(process.ask("heap"));
      process.ask("park " + parked);
      long after = Long.parseLong(process.ask("heap"));
      process.ask("end");
      return (after - before) / (double) parked;
    }
  }

  private static double took(String seconds) {
    return Double.parseDouble(seconds);
  }

  private static void line(String what, long bare, long ours) {
    System.out.printf("  %-14s%12d %12d%n", what, bare, ours);
  }

  private ChildJvm process(String contender, int cached) {
    var process =
        new ChildJvm(
            FLAGS,
            LifecycleProcess.class,
            contender,
            temporal,
            database.url(),
            Integer.toString(cached),
            Long.toString(LifecycleProcess.LONG.toSeconds()));
    String ready = process.next();
    if (!"ready".equals(ready)) {
      throw new IllegalStateException("%s did not start: %s".formatted(contender, ready));
    }
    return process;
  }
}
