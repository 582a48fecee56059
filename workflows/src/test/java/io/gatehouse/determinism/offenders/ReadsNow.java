package io.gatehouse.determinism.offenders;

import java.time.Instant;
import java.util.function.Supplier;

/** Reads the time by a method reference, which a rule about calls alone would miss. */
public final class ReadsNow {
  public Supplier<Instant> today() {
    return Instant::now;
  }
}
