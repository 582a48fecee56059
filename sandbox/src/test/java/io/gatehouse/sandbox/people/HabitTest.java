package io.gatehouse.sandbox.people;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.Colleague;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HabitTest {

  private static Map<String, Long> kinds(int colleagues) {
    return IntStream.range(0, colleagues)
        .mapToObj(number -> Habit.of(new Colleague(number)))
        .collect(groupingBy(HabitTest::kind, counting()));
  }

  private static String kind(Habit habit) {
    String choices = habit.reactions().stream().map(r -> r.answer().choice()).toList().toString();
    return habit.scanned() ? "scanned " + choices : choices;
  }

  @Test
  void of_a_hundred_colleagues_half_keep_and_every_other_habit_has_its_share() {
    assertThat(kinds(100))
        .isEqualTo(
            Map.of(
                "[keep]", 50L,
                "[remove]", 20L,
                "[]", 12L,
                "[not-mine]", 8L,
                "[remove, keep]", 5L,
                "scanned [keep]", 5L));
  }

  @Test
  void the_twenty_nine_of_the_usual_tenant_have_every_habit() {
    assertThat(kinds(29)).hasSize(6);
  }

  @Test
  void who_keeps_answers_within_a_working_day_and_who_removes_takes_up_to_three_days() {
    var habits = IntStream.range(0, 100).mapToObj(n -> Habit.of(new Colleague(n))).toList();

    assertThat(delays(habits, "[keep]"))
        .allMatch(
            d -> d.compareTo(Duration.ofHours(2)) >= 0 && d.compareTo(Duration.ofHours(9)) <= 0);
    assertThat(delays(habits, "[remove]"))
        .containsOnly(Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3));
  }

  private static List<Duration> delays(List<Habit> habits, String kind) {
    return habits.stream()
        .filter(habit -> kind(habit).equals(kind))
        .map(habit -> habit.reactions().getFirst().after())
        .toList();
  }
}
