package io.gatehouse.safety;

import io.gatehouse.guest.LifecycleRef;

/**
 * One effect of one opening.
 *
 * @param ordinal counts effects of the same kind within an opening, from 1
 */
public record EffectOrder(LifecycleRef ref, Effect effect, int ordinal) {
  /** Unique in the ledger: what makes an effect happen once. */
  public String key() {
    return ref.openingId() + "/" + effect + "/" + ordinal;
  }
}
