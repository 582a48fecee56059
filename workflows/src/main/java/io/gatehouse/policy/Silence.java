package io.gatehouse.policy;

/** What follows when a delivered question was not answered in time. */
public enum Silence {
  /** Ask the next person in the chain. */
  ESCALATE,
  /** Remove the guest, but never on the steward's silence. */
  REMOVE
}
