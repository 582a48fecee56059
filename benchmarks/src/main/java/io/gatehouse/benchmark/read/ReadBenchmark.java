package io.gatehouse.benchmark.read;

import io.gatehouse.benchmark.ChildJvm;
import io.gatehouse.benchmark.read.ReadProcess.Side;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * CPU time per guest of reading and judging all guests, beside the naive script: the same bytes to
 * both, each in a process of its own, round by round in turn.
 */
public final class ReadBenchmark {
  private static final int GUESTS = 20_000;
  private static final int WARM_UP_ROUNDS = 5;
  private static final int ROUNDS = 10;

  /** So many readings make a round: the system counts CPU time in hundredths of a second. */
  private static final int READINGS = 5;

  private static final double MICROS = 1e6;
  private static final List<String> FLAGS = List.of("-Xmx1g", "-XX:+UseSerialGC");

  /** One round of each side, one after the other. */
  private record Pair(Round ours, Round naive) {
    double ratio() {
      return naive.cpuSeconds() / ours.cpuSeconds();
    }
  }

  private ReadBenchmark() {}

  public static void main(String[] arguments) {
    var clock = Clock.systemUTC();
    var now = clock.instant();
    try (var server = new PageServer(PreparedPages.of(GUESTS, 7, clock));
        var ours = process(Side.GATEHOUSE, server, now);
        var naive = process(Side.NAIVE, server, now)) {
      System.out.printf(
          Locale.ROOT,
          "%,d guests in %.1f MB; %d rounds of %d readings after %d to warm up%n",
          GUESTS,
          server.bytes() / 1e6,
          ROUNDS,
          READINGS,
          WARM_UP_ROUNDS);
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        round(ours, naive);
      }
      var pairs = new ArrayList<Pair>();
      for (int i = 0; i < ROUNDS; i++) {
        pairs.add(round(ours, naive));
      }
      report(pairs);
    }
  }

  private static ChildJvm process(Side side, PageServer server, Instant now) {
    return new ChildJvm(
        FLAGS, ReadProcess.class, side.name(), server.baseUrl().toString(), now.toString());
  }

  private static Pair round(ChildJvm ours, ChildJvm naive) {
    var pair = new Pair(ask(ours), ask(naive));
    if (!pair.ours().census().equals(pair.naive().census())
        || pair.ours().census().guests() != GUESTS) {
      throw new IllegalStateException("The two sides do not see the same guests: " + pair);
    }
    return pair;
  }

  private static Round ask(ChildJvm process) {
    return Round.parse(process.ask(Integer.toString(READINGS)));
  }

  private static void report(List<Pair> pairs) {
    System.out.printf(Locale.ROOT, "%-28s %8s %8s %8s%n", "", "least", "mean", "most");
    line("Gatehouse, CPU us per guest", pairs, pair -> perGuest(pair.ours().cpuSeconds()));
    line("naive, CPU us per guest", pairs, pair -> perGuest(pair.naive().cpuSeconds()));
    line("Gatehouse, wall us per guest", pairs, pair -> perGuest(pair.ours().wallSeconds()));
    line("naive, wall us per guest", pairs, pair -> perGuest(pair.naive().wallSeconds()));
    line("naive / Gatehouse, CPU", pairs, Pair::ratio);
  }

  private static double perGuest(double seconds) {
    return seconds * MICROS / READINGS / GUESTS;
  }

  private static void line(String what, List<Pair> pairs, ToDoubleFunction<Pair> value) {
    DoubleSummaryStatistics all = pairs.stream().mapToDouble(value).summaryStatistics();
    System.out.printf(
        Locale.ROOT,
        "%-28s %8.2f %8.2f %8.2f%n",
        what,
        all.getMin(),
        all.getAverage(),
        all.getMax());
  }
}
