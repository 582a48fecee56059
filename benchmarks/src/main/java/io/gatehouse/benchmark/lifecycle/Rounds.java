package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.benchmark.ChildJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The same measured of both sides, round by round, each printed when it is there. */
final class Rounds {
  private final String what;
  private final String command;
  private final ToDoubleFunction<String> reading;
  private final List<Double> ratios = new ArrayList<>();

  /**
   * @param command that a {@link LifecycleProcess} understands
   * @param reading what is meant by its answer
   */
  Rounds(String what, String command, ToDoubleFunction<String> reading) {
    this.what = what;
    this.command = command;
    this.reading = reading;
  }

  /** Each side begins every other round: what the server has to do for one falls on the next. */
  void measure(ChildJvm bare, ChildJvm ours) {
    boolean oursFirst = ratios.size() % 2 == 1;
    double first = reading.applyAsDouble((oursFirst ? ours : bare).ask(command));
    double second = reading.applyAsDouble((oursFirst ? bare : ours).ask(command));
    double ofBare = oursFirst ? second : first;
    double ofOurs = oursFirst ? first : second;
    ratios.add(ofOurs / ofBare);
    System.out.printf(
        Locale.ROOT,
        "%-28s bare %8.1f  Gatehouse %8.1f  ratio %.2f%n",
        what,
        ofBare,
        ofOurs,
        ofOurs / ofBare);
  }

  void median() {
    List<Double> sorted = ratios.stream().sorted().toList();
    double middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    System.out.printf(
        Locale.ROOT, "%-28s median ratio of %d rounds %.2f%n", what, sorted.size(), middle);
  }
}
