package io.gatehouse.store.safety;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether destructive effects may happen now.
 *
 * @param mode OBSERVE, NOTIFY or ENFORCE
 * @param modeFlaw why it is OBSERVE though something else was written there
 * @param gate OPEN or CLOSED
 * @param gateReason why it was closed, or why it was opened again
 */
public record SafetyRow(
    String mode,
    @Nullable String modeFlaw,
    String gate,
    @Nullable String gateReason,
    @Nullable Instant changedAt,
    @Nullable String changedBy) {

  /** What holds for a tenant nobody has decided anything for. */
  static final SafetyRow UNTOUCHED =
      new SafetyRow(PolicyProof.OBSERVE, null, "OPEN", null, null, null);

  SafetyRow closed(String why) {
    return new SafetyRow(mode, modeFlaw, "CLOSED", why, changedAt, changedBy);
  }

  SafetyRow observing(String why) {
    return new SafetyRow(PolicyProof.OBSERVE, why, gate, gateReason, changedAt, changedBy);
  }

  public boolean gateIsOpen() {
    return gate.equals("OPEN");
  }
}
