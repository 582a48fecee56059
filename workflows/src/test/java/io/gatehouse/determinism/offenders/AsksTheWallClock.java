package io.gatehouse.determinism.offenders;

import java.time.Clock;
import java.time.Instant;

/** Replayed weeks later, it sees another date. */
public final class AsksTheWallClock {
  public Instant today() {
    return Clock.systemUTC().instant();
  }
}
