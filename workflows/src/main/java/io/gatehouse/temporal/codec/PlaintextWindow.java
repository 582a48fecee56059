package io.gatehouse.temporal.codec;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * For how long payloads are read that were written before encryption was turned on.
 *
 * @param until the last day in UTC; null when plaintext is never accepted
 */
public record PlaintextWindow(@Nullable LocalDate until, Clock clock) {

  boolean isOpen() {
    return until != null && !LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isAfter(until);
  }
}
