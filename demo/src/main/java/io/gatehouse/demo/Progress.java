package io.gatehouse.demo;

import io.gatehouse.store.Store;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** One line that moves while the days go by. */
final class Progress {
  private static final int WIDTH = 24;
  private static final int LINE_EVERY_DAYS = 25;

  private final PrintStream out;
  private final boolean terminal;

  /**
   * @param terminal whether a line can be written over; else only some days get a line
   */
  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void day(int day, int days, Store store) {
    boolean last = day == days;
    if (!terminal && !last && day % LINE_EVERY_DAYS != 0) {
      return;
    }
    int filled = days == 0 ? WIDTH : WIDTH * day / days;
    Map<String, Long> standing = store.guestList().byStanding();
    String line =
        String.format(
            Locale.ROOT,
            "  day %3d of %d  [%s%s]  %s, %d in progress, %d kept, %d removed",
            day,
            days,
            "#".repeat(filled),
            "-".repeat(WIDTH - filled),
            store.safety().current().mode().toLowerCase(Locale.ROOT),
            standing.getOrDefault("IN_PROGRESS", 0L),
            standing.getOrDefault("KEPT", 0L),
            standing.getOrDefault("REMOVED", 0L));
    if (terminal) {
      out.print("\r" + line + "   " + (last ? "\n" : ""));
      out.flush();
    } else {
      out.println(line);
    }
  }
}
