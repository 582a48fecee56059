package io.gatehouse.sandbox.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The faults to come: each waits for requests of a method and path and hits the first few. */
public final class Faults {
  private record Rule(String method, Pattern path, int times, Fault fault) {
    boolean matches(String method, String path) {
      return this.method.equals(method) && this.path.matcher(path).find();
    }

    Rule once() {
      return new Rule(method, path, times - 1, fault);
    }
  }

  private final List<Rule> rules = new ArrayList<>();

  /**
   * Hits the next requests.
   *
   * @param path a regular expression found in the decoded path below the version, such as {@code
   *     ^/users/[^/]+$}
   */
  public synchronized void inject(String method, String path, int times, Fault fault) {
    if (times < 1) {
      throw new IllegalArgumentException("A fault happens at least once, got %d.".formatted(times));
    }
    rules.add(new Rule(method, Pattern.compile(path), times, fault));
  }

  /** How many faults have not happened yet. */
  public synchronized int remaining() {
    return rules.stream().mapToInt(Rule::times).sum();
  }

  public synchronized void clear() {
    rules.clear();
  }

  synchronized Optional<Fault> next(String method, String path) {
    for (int i = 0; i < rules.size(); i++) {
      var rule = rules.get(i);
      if (rule.matches(method, path)) {
        if (rule.times() > 1) {
          rules.set(i, rule.once());
        } else {
          rules.remove(i);
        }
        return Optional.of(rule.fault());
      }
    }
    return Optional.empty();
  }
}
