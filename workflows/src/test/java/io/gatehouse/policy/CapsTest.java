package io.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # per day, per week, day %, week %, population, expected per day, expected per week
          10, 40,  5,  20, 100,           5,  20
          10, 40,  5,  20, 10000,         10, 40
          10, 40,  5,  20, 200,           10, 40
          10, 40,  5,  20, 199,           9,  39
          10, 40,  1,  1,  20,            1,  1
          10, 40,  1,  1,  0,             1,  1
          0,  0,   50, 50, 100,           0,  0
          10, 40,  100, 100, 9000000000,  10, 40
          """)
  void the_smaller_of_number_and_share_counts_and_a_share_leaves_room_for_one(
      int perDay,
      int perWeek,
      int dayPercent,
      int weekPercent,
      long population,
      int day,
      int week) {
    assertThat(new Caps(perDay, perWeek, dayPercent, weekPercent).forPopulation(population))
        .isEqualTo(new Caps.Counts(day, week));
  }
}
