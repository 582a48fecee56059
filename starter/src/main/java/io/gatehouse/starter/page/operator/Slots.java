package io.gatehouse.starter.page.operator;

import io.gatehouse.guest.Standing;
import io.gatehouse.policy.Caps;
import io.gatehouse.policy.Policy;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.Store;
import io.gatehouse.store.safety.SlotDay;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The slots that are taken ahead, day by day against the caps, without gaps up to the last one.
 * Days are UTC days; the caps hold for any 24 hours and so for each of these days.
 *
 * @param disablesPerDay the cap now, null without a policy
 */
record Slots(
    List<Day> days, @Nullable Integer disablesPerDay, @Nullable Integer deletesPerDay, int ahead) {
  private static final int DAYS = 28;

  /** What is planned for one day. */
  record Day(Calendar.Point day, Bar disables, Bar deletes) {}

  /**
   * One bar.
   *
   * @param percent of the cap, at most 100; of the busiest day without a policy
   */
  record Bar(long slots, int percent, boolean full) {}

  static Slots ahead(Store store, @Nullable Policy policy, Calendar calendar) {
    List<SlotDay> taken = store.reservations().ahead(calendar.now(), DAYS);
    Integer disables = policy == null ? null : perDay(policy.caps().disables(), store);
    Integer deletes = policy == null ? null : perDay(policy.caps().deletes(), store);
    if (taken.isEmpty()) {
      return new Slots(List.of(), disables, deletes, DAYS);
    }
    long busiest = taken.stream().mapToLong(SlotDay::count).max().orElse(1);
    LocalDate today = LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC);
    List<Day> days =
        today
            .datesUntil(taken.getLast().day().plusDays(1))
            .map(day ->
                new Day(
                    calendar.day(day),
                    bar(count(taken, day, "DISABLE"), disables, busiest),
                    bar(count(taken, day, "SOFT_DELETE"), deletes, busiest)))
            .toList();
    return new Slots(days, disables, deletes, DAYS);
  }

  private static long count(List<SlotDay> taken, LocalDate day, String effect) {
    return taken.stream()
        .filter(slot -> slot.day().equals(day) && slot.effect().equals(effect))
        .mapToLong(SlotDay::count)
        .sum();
  }

  private static Bar bar(long slots, @Nullable Integer cap, long busiest) {
    long whole = cap == null ? busiest : cap;
    return new Bar(
        slots, (int) Math.min(100, slots * 100 / Math.max(1, whole)), cap != null && slots >= cap);
  }

  /** As the reserving worker counts it: of the guests who are still there. */
  private static int perDay(Caps caps, Store store) {
    Map<String, Long> standings = store.guestList().byStanding();
    long there =
        standings.entrySet().stream()
            .filter(each ->
                !each.getKey().equals(Standing.REMOVED.name())
                    && !each.getKey().equals(Standing.GONE.name()))
            .collect(Collectors.summingLong(Map.Entry::getValue));
    return caps.forPopulation(there).perDay();
  }
}
