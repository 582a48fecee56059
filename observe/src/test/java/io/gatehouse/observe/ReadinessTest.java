package io.gatehouse.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void a_missing_need_takes_the_process_out_and_a_warning_does_not() throws Exception {
    Component well = Component.needed("disk", LONG, "it is full", () -> "");
    Component warned = Component.warning("scan", LONG, "unknown", () -> "it is old");
    Component down = Component.needed("mail", LONG, "unknown", () -> "nobody answers");

    assertThat(new Readiness(List.of(well, warned)).look())
        .isEqualTo(new Readiness.Report(true, "disk ok\nscan warning: it is old\n"));
    assertThat(new Readiness(List.of(well, down)).look())
        .isEqualTo(new Readiness.Report(false, "disk ok\nmail down: nobody answers\n"));
  }

  @Test
  void what_a_peer_throws_is_not_repeated() throws Exception {
    Component leaky =
        Component.needed(
            "database",
            LONG,
            "the database does not answer",
            () -> {
              throw new IllegalStateException("password=hunter2");
            });

    assertThat(new Readiness(List.of(leaky)).look().lines())
        .isEqualTo("database down: the database does not answer\n");
  }

  @Test
  void a_fresh_look_is_not_repeated_and_a_stale_one_is() throws Exception {
    var looks = new AtomicInteger();
    Component kept = Component.needed("a", LONG, "", () -> seen(looks));
    Component stale = Component.needed("b", Duration.ZERO, "", () -> seen(looks));

    for (int i = 0; i < 3; i++) {
      new Readiness(List.of(kept)).look();
    }
    assertThat(looks).hasValue(1);
    for (int i = 0; i < 3; i++) {
      new Readiness(List.of(stale)).look();
    }
    assertThat(looks).hasValue(4);
  }

  @Test
  void a_peer_that_hangs_costs_three_seconds_and_is_asked_once() throws Exception {
    var looks = new AtomicInteger();
    var never = new CountDownLatch(1);
    Component hangs =
        Component.needed(
            "mail",
            LONG,
            "no answer",
            () -> {
              looks.incrementAndGet();
              never.await();
              return "";
            });
    long start = System.nanoTime();

    Readiness.Report report = new Readiness(List.of(hangs)).look();

    assertThat(report).isEqualTo(new Readiness.Report(false, "mail down: no answer in time\n"));
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
    new Readiness(List.of(hangs)).look();
    assertThat(looks).hasValue(1);
    never.countDown();
  }

  private static String seen(AtomicInteger looks) {
    looks.incrementAndGet();
    return "";
  }
}
