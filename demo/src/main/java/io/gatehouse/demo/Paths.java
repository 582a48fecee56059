package io.gatehouse.demo;

import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Trigger;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.PathCount;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How many lifecycles closed on each path: a table that adds up in both directions. */
final class Paths {
  private static final int FIRST = 26;
  private static final int COLUMN = 13;

  private final PrintStream out;

  Paths(PrintStream out) {
    this.out = out;
  }

  void print(Store store) {
    List<PathCount> counts = store.lifecycleList().byTriggerAndOutcome();
    List<Outcome> outcomes =
        Arrays.stream(Outcome.values())
            .filter(o -> counts.stream().anyMatch(c -> c.outcome().equals(o.name())))
            .toList();
    out.println("Paths");
    row("", outcomes.stream().map(Outcome::name).toList(), "all");
    for (Trigger trigger : Trigger.values()) {
      print(
          words(trigger.name()),
          outcomes,
          counts.stream().filter(c -> c.trigger().equals(trigger.name())).toList());
    }
    print("all", outcomes, counts);
  }

  private void print(String name, List<Outcome> outcomes, List<PathCount> counts) {
    row(
        name,
        outcomes.stream()
            .map(o -> Long.toString(sum(counts, c -> c.outcome().equals(o.name()))))
            .toList(),
        Long.toString(sum(counts, _ -> true)));
  }

  private void row(String name, List<String> cells, String last) {
    String middle =
        cells.stream()
            .map(cell -> ("%" + COLUMN + "s").formatted(words(cell)))
            .collect(Collectors.joining());
    out.printf("  %-" + FIRST + "s%s%" + COLUMN + "s%n", name, middle, last);
  }

  private static long sum(List<PathCount> counts, Predicate<PathCount> which) {
    return counts.stream().filter(which).mapToLong(PathCount::count).sum();
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
