package io.gatehouse.demo.time;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives back locks on time that Temporal's test server loses. Seen in about one of eight runs with
 * 400 guests (1.39): nothing is under way any more, and time still goes at the pace of the wall. A
 * task handed to a poll that nobody listens to looks alike, but ends by itself after half a minute.
 */
final class LeakedLocks implements AutoCloseable {
  private static final int CHECK_SECONDS = 2;

  /** Longer than the longest attempt of an activity. */
  private static final int IDLE_CHECKS = 20;

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("leaked-locks").factory());

  private final Runnable unlock;
  private boolean passing;
  private int idle;

  LeakedLocks(Runnable unlock) {
    this.unlock = unlock;
    watch.scheduleWithFixedDelay(this::check, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
  }

  /** Watches while the work waits for time to pass. */
  void during(Runnable work) {
    passing(true);
    try {
      work.run();
    } finally {
      passing(false);
    }
  }

  private synchronized void passing(boolean now) {
    passing = now;
    idle = 0;
  }

  private synchronized void check() {
    idle = passing && !somebodyWorks() ? idle + 1 : 0;
    if (idle >= IDLE_CHECKS) {
      idle = 0;
      unlock.run();
    }
  }

  private static boolean somebodyWorks() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().contains(" Executor taskQueue="))
        .map(Map.Entry::getValue)
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().startsWith("io.gatehouse."));
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
