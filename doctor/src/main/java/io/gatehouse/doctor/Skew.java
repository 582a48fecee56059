package io.gatehouse.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far this machine's clock is from another's. */
final class Skew {
  /** Dates of the house are days; tokens and assertions count for minutes. */
  private static final Duration TOO_FAR = Duration.ofSeconds(60);

  private Skew() {}

  /**
   * Compares now.
   *
   * @param blur how inexactly the other clock told its time
   */
  static Finding finding(String whose, Instant there, Duration blur) {
    Duration apart = Duration.between(there, Clock.systemUTC().instant()).abs();
    return apart.compareTo(TOO_FAR.plus(blur)) > 0
        ? Finding.wrong(
            "This machine's clock and that of %s are %d seconds apart: let both follow NTP."
                .formatted(whose, apart.toSeconds()))
        : Finding.well("its clock and this machine's agree");
  }
}
