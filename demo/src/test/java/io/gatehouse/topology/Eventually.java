package io.gatehouse.topology;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other processes do, up to a deadline. */
final class Eventually {
  private Eventually() {}

  static void holds(Duration within, BooleanSupplier condition, Supplier<String> otherwise) {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise.get());
      }
      try {
        Thread.sleep(50); // a poll, not a pause: the deadline decides
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
