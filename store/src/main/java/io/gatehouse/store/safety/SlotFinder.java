package io.gatehouse.store.safety;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the first minute at which one more effect breaks no rolling cap. Pure.
 *
 * <p>A window is any stretch of 24 hours or 7 days that holds its start and not its end. If N
 * effects already lie within less than one window, from {@code a} to {@code b}, a further one
 * anywhere after {@code b - window} and before {@code a + window} would share a window with all of
 * them: that stretch is closed. The answer is the first minute from {@code earliest} outside every
 * closed stretch.
 */
public final class SlotFinder {

  static final Duration DAY = Duration.ofDays(1);
  static final Duration WEEK = Duration.ofDays(7);

  private record Closed(Instant after, Instant before) {}

  private SlotFinder() {}

  /** The slot for one more effect beside those taken (in any order, past ones included). */
  public static Instant first(List<Instant> taken, Instant earliest, RollingCaps caps) {
    var sorted = taken.stream().sorted().toList();
    var closed = new ArrayList<Closed>();
    closed.addAll(closed(sorted, DAY, caps.perDay()));
    closed.addAll(closed(sorted, WEEK, caps.perWeek()));
    closed.sort(Comparator.comparing(Closed::after));
    var slot = wholeMinute(earliest);
    for (var stretch :
        closed) { // sorted by start, so a slot that moved past one cannot fall back into it
      if (slot.isAfter(stretch.after()) && slot.isBefore(stretch.before())) {
        slot = wholeMinute(stretch.before());
      }
    }
    return slot;
  }

  private static List<Closed> closed(List<Instant> sorted, Duration window, int cap) {
    var closed = new ArrayList<Closed>();
    for (int i = 0; i + cap <= sorted.size(); i++) {
      var first = sorted.get(i);
      var last = sorted.get(i + cap - 1);
      if (Duration.between(first, last).compareTo(window) < 0) {
        closed.add(new Closed(last.minus(window), first.plus(window)));
      }
    }
    return closed;
  }

  private static Instant wholeMinute(Instant instant) {
    var minute = instant.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
  }
}
