package io.gatehouse.actor;

import java.util.Locale;

/** Everything that somebody can press. */
public enum Action {
  /** The Updates of a lifecycle, by their names. */
  DECIDE,
  HOLD,
  RELEASE,
  EXTEND,
  REASSIGN,
  RETRY,
  RESTORE,

  CLOSE_GATE,
  ASK_TO_OPEN_GATE,
  APPROVE_OPENING_GATE,
  ACCEPT_SCAN,
  APPLY_POLICY,
  ACCEPT_KEY,
  REVOKE_KEY;

  /** As it stands in an assertion; of an Update, its name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The brakes: whoever it is may press them, and it stands in the ledger that nobody was proved.
   */
  public boolean needsNoProof() {
    return this == HOLD || this == CLOSE_GATE;
  }
}
