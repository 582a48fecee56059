package io.gatehouse.demo.time;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Gives back locks on time that Temporal's test server loses: one that a workflow task took and did
 * not give back when it completed (1.39, up to a few in a demo with 400 guests). Nothing is under
 * way then, and time goes on at the pace of the wall.
 */
final class LeakedLocks implements AutoCloseable {
  private static final int CHECK_SECONDS = 1;

  /** Twice in a row: between two tasks nobody works either. */
  private static final int IDLE_CHECKS = 2;

  /** Longer than the longest attempt of an activity, handed to a poll that nobody listens to. */
  private static final int IDLE_CHECKS_BESIDE_A_TASK = 40;

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("leaked-locks").factory());

  private final LongSupplier changes;
  private final BooleanSupplier underWay;
  private final Runnable unlock;
  private boolean passing;
  private long seen;
  private int idle;

  /**
   * @param changes grows whenever a lock is taken or given back
   * @param underWay whether Temporal waits for anybody
   */
  LeakedLocks(LongSupplier changes, BooleanSupplier underWay, Runnable unlock) {
    this.changes = changes;
    this.underWay = underWay;
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
    long now = changes.getAsLong();
    idle = passing && now == seen && !somebodyWorks() ? idle + 1 : 0;
    seen = now;
    if (idle >= IDLE_CHECKS_BESIDE_A_TASK || idle >= IDLE_CHECKS && !underWay.getAsBoolean()) {
      idle = 0;
      // Reading the histories takes its time, in which the wait itself may be over.
      if (changes.getAsLong() == now) {
        unlock.run();
      }
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
