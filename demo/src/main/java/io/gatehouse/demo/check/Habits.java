package io.gatehouse.demo.check;

import io.gatehouse.sandbox.people.Manner;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** That everybody who is asked had the chance to be themselves. */
final class Habits {
  private final Map<Manner, Integer> lived;

  Habits(Map<Manner, Integer> lived) {
    this.lived = lived;
  }

  Invariant check() {
    String times =
        lived.entrySet().stream()
            .map(each -> "%s %d".formatted(words(each.getKey()), each.getValue()))
            .collect(Collectors.joining(", "));
    return new Invariant(
        "each habit of the people asked occurred (%s)".formatted(times),
        lived.entrySet().stream()
            .filter(each -> each.getValue() == 0)
            .map(each -> "nobody who %s did so".formatted(words(each.getKey())))
            .toList());
  }

  private static String words(Manner manner) {
    return manner.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
