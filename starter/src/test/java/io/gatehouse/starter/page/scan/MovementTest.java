package io.gatehouse.starter.page.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.policy.Policy.ScanRules;
import io.gatehouse.safety.Judgement;
import io.gatehouse.safety.ScanJudge;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MovementTest {
  private static final Instant THEN = Instant.parse("2027-02-28T08:00:00Z");

  @Test
  void what_is_drawn_beyond_a_limit_is_what_the_judge_refuses() {
    var dice = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      long before = 1 + dice.nextInt(300);
      long now = 1 + dice.nextInt(300);
      long datesBefore = 1 + dice.nextLong(before);
      long datesNow = 1 + dice.nextLong(now);
      long toldBefore = dice.nextInt(3) == 0 ? 0 : before;
      long toldNow = dice.nextInt(3) == 0 ? 0 : now;
      long withoutBefore = toldBefore == 0 ? 0 : dice.nextLong(before);
      long withoutNow = toldNow == 0 ? 0 : dice.nextLong(now);
      var limits = new Manifest.Limits(dice.nextInt(100), dice.nextInt(100), dice.nextInt(100));

      boolean drawn =
          Movement.of(
                  new Manifest.Counts(now, datesNow, 0, 0, toldNow, withoutNow),
                  new Manifest.Compared("a", THEN, before, datesBefore, toldBefore, withoutBefore),
                  limits)
              .stream()
              .anyMatch(Movement::beyond);
      Judgement judged =
          ScanJudge.judge(
              new ScanJudge.Figures(now, datesNow, toldNow, withoutNow, null),
              List.of(new ScanJudge.Figures(before, datesBefore, toldBefore, withoutBefore, null)),
              new ScanRules(
                  LocalTime.of(2, 0),
                  limits.populationMovesAtMostPercent(),
                  limits.withoutDatesMovesAtMostPoints(),
                  limits.withoutSponsorMovesAtMostPoints()));

      assertThat(drawn).isEqualTo(judged instanceof Judgement.Unfit);
    }
  }

  @Test
  void the_bar_ends_at_the_mark_for_the_limit_itself_and_never_leaves_the_drawing() {
    assertThat(population(100, 110, 10).length()).isEqualTo(Movement.LIMIT_AT);
    assertThat(population(1000, 1101, 10).length()).isEqualTo(Movement.LIMIT_AT + 1);
    assertThat(population(100, 10_000, 10).length()).isEqualTo(100);
    assertThat(population(100, 100, 0).length()).isZero();
    assertThat(population(100, 103, 0).length()).isEqualTo(100);
    assertThat(population(100, 105, 10))
        .extracting(Movement::from, Movement::to, Movement::moved, Movement::limit)
        .containsExactly("100 guests", "105 guests", "5 %", "10 %");
  }

  @Test
  void one_guest_more_in_a_tiny_tenant_is_no_jump_and_the_page_says_so() {
    Movement one = population(3, 4, 10);

    assertThat(one.beyond()).isFalse();
    assertThat(one.note()).isEqualTo("one guest more or less is never a jump");
  }

  private static Movement population(long before, long now, int limit) {
    return Movement.of(
            new Manifest.Counts(now, now, 0, 0, 0, 0),
            new Manifest.Compared("a", THEN, before, before, 0, 0),
            new Manifest.Limits(limit, 100, 100))
        .getFirst();
  }
}
