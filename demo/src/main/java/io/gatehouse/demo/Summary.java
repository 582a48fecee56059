package io.gatehouse.demo;

import io.gatehouse.demo.check.Invariant;
import io.gatehouse.guest.Standing;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.store.Store;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of the days, in numbers that add up. */
final class Summary {
  private final PrintStream out;

  Summary(PrintStream out) {
    this.out = out;
  }

  void print(Store store, Sandbox sandbox, List<Invariant> invariants) {
    Map<String, Long> standing = store.guestList().byStanding();
    long population = standing.values().stream().mapToLong(Long::longValue).sum();
    out.println();
    out.println("Guests");
    String sum =
        Arrays.stream(Standing.values())
            .map(each ->
                "%d %s".formatted(standing.getOrDefault(each.name(), 0L), words(each.name())))
            .collect(Collectors.joining(" + "));
    out.printf("  %s = %d%n", sum, population);
    out.println();
    out.println("Lifecycles");
    line("closed as", store.lifecycleList().byOutcome());
    line("still open", store.lifecycleList().byStage());
    out.println();
    new Paths(out).print(store);
    out.println();
    out.println("In the tenant's own audit log");
    line("by Gatehouse", effects(sandbox, true));
    line("by others", effects(sandbox, false));
    out.printf("  mails        %d delivered%n", sandbox.postOffice().count());
    out.println();
    out.println("Must hold");
    for (Invariant invariant : invariants) {
      out.printf("  %s  %s%n", invariant.holds() ? "ok  " : "FAIL", invariant.sentence());
      invariant.broken().forEach(why -> out.printf("        %s%n", why));
    }
  }

  private void line(String what, Map<String, Long> counts) {
    String text =
        counts.entrySet().stream()
            .map(e -> "%d %s".formatted(e.getValue(), words(e.getKey())))
            .collect(Collectors.joining(", "));
    out.printf("  %-12s %s%n", what, text.isEmpty() ? "none" : text);
  }

  private static Map<String, Long> effects(Sandbox sandbox, boolean ours) {
    return sandbox.tenant().auditLog().stream()
        .filter(entry -> entry.initiator() instanceof Initiator.App == ours)
        .collect(Collectors.groupingBy(AuditEntry::activity, TreeMap::new, Collectors.counting()));
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
