package io.gatehouse.demo.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LeakedLocksTest {
  private static final int PATIENCE_SECONDS = 30;

  private final AtomicLong changes = new AtomicLong();
  private final AtomicInteger unlocked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  @Test
  void a_lock_that_nobody_gives_back_is_given_back_when_nothing_moves_and_nobody_has_a_task() {
    passing(() -> false);

    assertThat(unlocked).hasValue(1);
  }

  @Test
  void a_wait_that_ends_while_the_histories_are_read_lost_no_lock() {
    var asked = new AtomicInteger();
    passing(() -> {
      changes.incrementAndGet();
      if (asked.incrementAndGet() == 2) {
        over.countDown();
      }
      return false;
    });

    assertThat(asked).hasValueGreaterThanOrEqualTo(2);
    assertThat(unlocked).hasValue(0);
  }

  private void passing(BooleanSupplier underWay) {
    Runnable unlock =
        () -> {
          unlocked.incrementAndGet();
          over.countDown();
        };
    try (var locks = new LeakedLocks(changes::get, underWay, unlock)) {
      locks.during(this::await);
    }
  }

  private void await() {
    try {
      assertThat(over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
