package io.gatehouse.observe;

import java.time.Duration;
import java.util.List;

/** Whether a process can do its work now, one line for each thing it needs. */
public final class Readiness {
  /** Below the five seconds that probes wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final List<Component> components;

  public Readiness(List<Component> components) {
    this.components = List.copyOf(components);
  }

  /**
   * What was found.
   *
   * @param lines {@code NAME ok}, {@code NAME down: why} or {@code NAME warning: why}
   */
  record Report(boolean ready, String lines) {}

  Report look() throws InterruptedException {
    components.forEach(Component::begin); // side by side
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean ready = true;
    var lines = new StringBuilder();
    for (Component each : components) {
      String problem = each.problem(deadline);
      ready &= problem.isEmpty() || !each.counts();
      lines.append(each.name()).append(' ').append(words(each, problem)).append('\n');
    }
    return new Report(ready, lines.toString());
  }

  private static String words(Component of, String problem) {
    if (problem.isEmpty()) {
      return "ok";
    }
    return (of.counts() ? "down: " : "warning: ") + problem;
  }
}
