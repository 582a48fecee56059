package io.gatehouse.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.rehearsal.WatchScene;
import io.gatehouse.temporal.FailureType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One run of the watch, from one start by its schedule to the next. */
class WatchTest {
  @RegisterExtension final WatchScene watch = new WatchScene();

  @Test
  void looks_at_everything_every_five_minutes_and_ends_before_the_next_run_starts() {
    watch.runs();

    assertThat(watch.journal())
        .hasSize(12)
        .allMatch(line -> line.endsWith("watches after null"))
        .last()
        .asString()
        .startsWith("0d 00:55");
    assertThat(watch.report()).isEqualTo(new WatchReport(0, 0, 0));
  }

  @Test
  void goes_on_after_the_last_lifecycle_of_a_batch() {
    watch.next(new WatchedBatch(1, 2, "opening-200"));
    watch.next(new WatchedBatch(0, 3, null));

    watch.runs();

    assertThat(watch.journal()).hasSize(13);
    assertThat(watch.journal().get(1)).endsWith("watches after opening-200");
  }

  @Test
  void reports_every_forced_end_and_who_is_stuck_in_the_last_round() {
    watch.next(new WatchedBatch(1, 2, null));
    for (int round = 2; round < 12; round++) {
      watch.next(new WatchedBatch(0, 2, null));
    }
    watch.next(new WatchedBatch(1, 1, null));

    watch.runs();

    assertThat(watch.report()).isEqualTo(new WatchReport(2, 1, 0));
  }

  @Test
  void a_round_that_fails_for_good_is_counted_and_the_next_looks_again() {
    watch.fails(FailureType.NOT_CONFIGURED, "no database");

    watch.runs();

    assertThat(watch.report().missedRounds()).isEqualTo(1);
    assertThat(watch.journal()).hasSize(12);
  }
}
