package io.gatehouse.observe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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
    var begun = new LinkedHashMap<Component, CompletableFuture<Component.Seen>>();
    components.forEach(each -> begun.put(each, each.begin())); // side by side
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean ready = true;
    var lines = new StringBuilder();
    for (var entry : begun.entrySet()) {
      Component each = entry.getKey();
      String problem = each.problem(entry.getValue(), deadline);
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
