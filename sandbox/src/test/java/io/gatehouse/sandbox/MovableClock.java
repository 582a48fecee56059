package io.gatehouse.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it, which the sandbox's threads read too. Tests of
 * other modules let a tenant and what looks at it live by the same one.
 */
public final class MovableClock extends Clock {
  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  public MovableClock() {
    this(Instant.parse("2026-03-02T08:00:00Z"));
  }

  public MovableClock(Instant now) {
    this(new AtomicReference<>(now), ZoneOffset.UTC);
  }

  private MovableClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  public void pass(Duration duration) {
    now.updateAndGet(before -> before.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Moves together with this one. */
  @Override
  public Clock withZone(ZoneId other) {
    return new MovableClock(now, other);
  }
}
