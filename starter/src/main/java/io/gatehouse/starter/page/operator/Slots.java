package io.gatehouse.starter.page.operator;

import io.gatehouse.guest.Standing;
import io.gatehouse.policy.Caps;
import io.gatehouse.policy.Policy;
import io.gatehouse.safety.Effect;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.Store;
import io.gatehouse.store.safety.SlotDay;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is ahead day by day against the caps, without gaps up to the last one: slots that are taken,
 * and beside them what has a date and no slot yet. Days are UTC days; the caps hold for any 24
 * hours and so for each of these days.
 *
 * @param disablesPerDay the cap now, null without a policy
 */
record Slots(
    List<Day> days, @Nullable Integer disablesPerDay, @Nullable Integer deletesPerDay, int ahead) {
  private static final int DAYS = 28;

  /** One day. */
  record Day(Calendar.Point day, Bar disables, Bar deletes) {}

  /**
   * One bar.
   *
   * @param planned by date, not reserved: a slot may come on a later day
   * @param percent of the slots, of the cap, at most 100; of the busiest day without a policy
   * @param plannedPercent beside the slots, with them at most 100
   */
  record Bar(long slots, long planned, int percent, int plannedPercent, boolean full) {}

  static Slots ahead(Store store, @Nullable Policy policy, Calendar calendar) {
    List<SlotDay> taken = store.reservations().ahead(calendar.now(), DAYS);
    List<SlotDay> planned = store.reservations().planned(calendar.now(), DAYS);
    Integer disables = policy == null ? null : perDay(policy.caps().disables(), store);
    Integer deletes = policy == null ? null : perDay(policy.caps().deletes(), store);
    LocalDate today = LocalDate.ofInstant(calendar.now(), ZoneOffset.UTC);
    List<Day> days =
        today
            .datesUntil(end(today, taken, planned))
            .map(day ->
                new Day(
                    calendar.day(day),
                    bar(taken, planned, day, Effect.DISABLE, disables),
                    bar(taken, planned, day, Effect.SOFT_DELETE, deletes)))
            .toList();
    return new Slots(days, disables, deletes, DAYS);
  }

  /** The day after the last on which anything is ahead. */
  private static LocalDate end(LocalDate today, List<SlotDay> taken, List<SlotDay> planned) {
    return Stream.concat(taken.stream(), planned.stream())
        .map(each -> each.day().plusDays(1))
        .max(LocalDate::compareTo)
        .orElse(today);
  }

  private static Bar bar(
      List<SlotDay> taken,
      List<SlotDay> planned,
      LocalDate day,
      Effect effect,
      @Nullable Integer cap) {
    long slots = count(taken, day, effect);
    long more = count(planned, day, effect);
    long whole = Math.max(1, cap == null ? busiest(taken) + busiest(planned) : cap);
    long percent = Math.min(100, slots * 100 / whole);
    long beside = Math.min(100 - percent, more * 100 / whole);
    return new Bar(slots, more, (int) percent, (int) beside, cap != null && slots >= cap);
  }

  private static long count(List<SlotDay> ahead, LocalDate day, Effect effect) {
    return ahead.stream()
        .filter(each -> each.day().equals(day) && each.effect().equals(effect.name()))
        .mapToLong(SlotDay::count)
        .sum();
  }

  private static long busiest(List<SlotDay> ahead) {
    return ahead.stream().mapToLong(SlotDay::count).max().orElse(0);
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
