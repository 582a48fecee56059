package io.gatehouse.starter.actor;

import io.gatehouse.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether this machine's clock is right enough to sign by: what is signed counts for minutes, and a
 * lifecycle refuses for good what comes too early or too late.
 */
public final class ClockCheck {
  /** As for workers; half of what a signature is worth is far away. */
  private static final Duration AT_MOST = Duration.ofMinutes(5);

  private final Store store;
  private final Clock clock;
  private final boolean isMachines;

  private ClockCheck(Store store, Clock clock, boolean isMachines) {
    this.store = store;
    this.clock = clock;
    this.isMachines = isMachines;
  }

  /** The machine's clock is held against the database's; the time of a demo is no machine's. */
  public static ClockCheck of(Store store, Clock clock) {
    return new ClockCheck(store, clock, clock.equals(Clock.systemUTC()));
  }

  /** Holds any clock against the database's. */
  public static ClockCheck ofMachine(Store store, Clock clock) {
    return new ClockCheck(store, clock, true);
  }

  /** What is wrong, in a sentence; empty when nothing is. */
  public Optional<String> flaw() {
    if (!isMachines) {
      return Optional.empty();
    }
    Duration off = Duration.between(store.databaseTime(), clock.instant());
    return off.abs().compareTo(AT_MOST) > 0
        ? Optional.of(
            "This machine's clock is %d minutes %s the database's: nothing is signed until both follow NTP."
                .formatted(off.abs().toMinutes(), off.isNegative() ? "behind" : "ahead of"))
        : Optional.empty();
  }
}
