package io.gatehouse.benchmark.lifecycle;

import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What stands for desk and sponsor on both sides: counts questions, and answers when told to. */
final class Deliveries {
  private static final Duration READING = Duration.ofMillis(500);
  private static final int ATTEMPTS = 20;

  private final ExecutorService sponsors = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger count = new AtomicInteger();
  private volatile boolean decidesAtOnce;

  void decidesAtOnce(boolean decides) {
    decidesAtOnce = decides;
  }

  /**
   * A question is delivered.
   *
   * @param report tells the case so
   * @param decision what a sponsor says next
   */
  void delivered(Runnable report, Runnable decision) {
    boolean decides = decidesAtOnce;
    sponsors.execute(() -> {
      report.run();
      count.incrementAndGet();
      if (decides) {
        decide(decision);
      }
    });
  }

  /** Nobody answers before the question's own activity has ended; beside much work that takes. */
  private static void decide(Runnable decision) {
    for (int attempt = 1; ; attempt++) {
      LockSupport.parkNanos(READING.toNanos());
      try {
        decision.run();
        return;
      } catch (WorkflowUpdateException early) {
        if (attempt == ATTEMPTS) {
          throw early;
        }
      }
    }
  }

  int count() {
    return count.get();
  }
}
