package io.gatehouse.store.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotFinderTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  /** Hours and minutes after START; taken slots separated by blanks. */
  @ParameterizedTest(name = "{5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                           | PT0H      | 1 | 5 | PT0H      | the first of all comes at once
          -                           | PT0H0M1S  | 1 | 5 | PT0H1M    | a part of a minute is rounded up
          PT0H                        | PT0H      | 1 | 5 | PT24H     | one a day comes exactly a day later
          PT0H                        | PT23H59M  | 1 | 5 | PT24H     | a minute too early waits a minute
          PT0H                        | PT24H     | 1 | 5 | PT24H     | a window holds its start and not its end
          PT10H                       | PT0H      | 1 | 5 | PT34H     | a later slot closes the day before it as well
          PT24H                       | PT0H      | 1 | 5 | PT0H      | a whole day before a later slot is free
          PT0H PT0H                   | PT0H      | 3 | 5 | PT0H      | two of three share a minute with the third
          PT0H PT6H PT12H             | PT12H     | 3 | 9 | PT24H     | three a day wait for the oldest to leave
          PT0H PT6H PT12H             | PT25H     | 3 | 9 | PT25H     | a gap between takes one more
          PT0H PT24H PT48H            | PT72H     | 1 | 3 | PT168H    | the week is full although the day is not
          PT0H PT24H PT48H PT168H     | PT72H     | 1 | 3 | PT192H    | the next week counts with the days around it
          PT48H PT0H PT24H            | PT72H     | 1 | 3 | PT168H    | taken slots may come in any order
          PT0H PT48H                  | PT12H     | 1 | 9 | PT24H     | a gap of two days takes one in its middle
          PT0H PT0H PT0H              | PT0H      | 1 | 9 | PT24H     | more than a lowered cap allows only closes a day
          """)
  void first_slot(
      String taken, String earliest, int perDay, int perWeek, String expected, String because) {
    var slots =
        taken == null
            ? List.<Instant>of()
            : Arrays.stream(taken.split(" +")).map(Duration::parse).map(START::plus).toList();

    assertThat(
            SlotFinder.first(
                slots, START.plus(Duration.parse(earliest)), new RollingCaps(perDay, perWeek)))
        .as(because)
        .isEqualTo(START.plus(Duration.parse(expected)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void random_reservations_never_exceed_a_cap_in_any_window(long seed) {
    var random = new Random(seed);
    var caps = new RollingCaps(1 + random.nextInt(6), 1 + random.nextInt(20));
    var taken = new ArrayList<Instant>();
    for (int i = 0; i < 200; i++) {
      var earliest = START.plusSeconds(random.nextInt(60 * 24 * 3600));
      var slot = SlotFinder.first(taken, earliest, caps);
      assertThat(slot).isAfterOrEqualTo(earliest).isEqualTo(slot.truncatedTo(ChronoUnit.MINUTES));
      taken.add(slot);
      if (random.nextInt(5) == 0) {
        taken.remove(random.nextInt(taken.size()));
      }
      assertNoWindowHoldsMoreThan(caps.perDay(), Duration.ofDays(1), taken);
      assertNoWindowHoldsMoreThan(caps.perWeek(), Duration.ofDays(7), taken);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void no_earlier_minute_would_have_done(long seed) {
    var random = new Random(seed);
    var caps = new RollingCaps(1 + random.nextInt(2), 2 + random.nextInt(4));
    var taken = new ArrayList<Instant>();
    for (int i = 0; i < 12; i++) {
      var earliest = START.plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)));
      var slot = SlotFinder.first(taken, earliest, caps);
      for (var minute = earliest; minute.isBefore(slot); minute = minute.plusSeconds(60)) {
        assertThat(fits(taken, minute, caps)).as("%s before %s", minute, slot).isFalse();
      }
      taken.add(slot);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void those_who_may_go_at_the_same_time_get_slots_in_the_order_they_asked(long seed) {
    var random = new Random(seed);
    var caps = new RollingCaps(1 + random.nextInt(5), 3 + random.nextInt(10));
    var taken = new ArrayList<Instant>();
    for (int i = 0; i < 100; i++) {
      var slot = SlotFinder.first(taken, START, caps);
      if (!taken.isEmpty()) {
        assertThat(slot).isAfterOrEqualTo(taken.getLast());
      }
      taken.add(slot);
    }
  }

  @Test
  void a_cap_of_nothing_is_refused_because_no_slot_would_ever_come() {
    assertThatThrownBy(() -> new RollingCaps(0, 5))
        .hasMessageContaining("close the gate to stop all");
    assertThatThrownBy(() -> new RollingCaps(5, 0))
        .hasMessageContaining("close the gate to stop all");
  }

  /**
   * Written the plain way on purpose: count, for each slot, how many lie in the window it opens.
   */
  private static void assertNoWindowHoldsMoreThan(int cap, Duration window, List<Instant> slots) {
    for (var start : slots) {
      var inside =
          slots.stream().filter(s -> !s.isBefore(start) && s.isBefore(start.plus(window))).count();
      assertThat(inside).as("slots in %s from %s", window, start).isLessThanOrEqualTo(cap);
    }
  }

  private static boolean fits(List<Instant> taken, Instant minute, RollingCaps caps) {
    var all = new ArrayList<>(taken);
    all.add(minute);
    return holds(all, Duration.ofDays(1), caps.perDay())
        && holds(all, Duration.ofDays(7), caps.perWeek());
  }

  private static boolean holds(List<Instant> slots, Duration window, int cap) {
    return slots.stream()
        .allMatch(start ->
            slots.stream().filter(s -> !s.isBefore(start) && s.isBefore(start.plus(window))).count()
                <= cap);
  }
}
