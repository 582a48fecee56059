package io.gatehouse.determinism.offenders;

/** Depends on the machine. */
public final class ReadsTheSystem {
  public long millis() {
    return System.currentTimeMillis();
  }
}
