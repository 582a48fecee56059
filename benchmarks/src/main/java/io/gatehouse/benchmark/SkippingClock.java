package io.gatehouse.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that goes on with real time, so that work costs what it costs, and jumps over waits where
 * nothing would happen.
 */
public final class SkippingClock extends Clock {
  private final Instant start;
  private final long startNanos = System.nanoTime();
  private final AtomicReference<Duration> skipped = new AtomicReference<>(Duration.ZERO);

  public SkippingClock(Instant start) {
    this.start = start;
  }

  public void skip(Duration wait) {
    skipped.accumulateAndGet(wait, Duration::plus);
  }

  /** Jumps to an instant; one that is past already is no jump. */
  public void skipTo(Instant instant) {
    Duration wait = Duration.between(instant(), instant);
    if (wait.isPositive()) {
      skip(wait);
    }
  }

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - startNanos).plus(skipped.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
