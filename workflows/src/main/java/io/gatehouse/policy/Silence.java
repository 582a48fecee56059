package io.gatehouse.policy;

/** What follows when a delivered question was not answered in time. */
public enum Silence {
  /** Ask the next person in the chain. */
  ESCALATE,
  /**
   * Remove the guest whose own record speaks for it. Never on the steward's silence, and never who
   * may use mail without signing in.
   */
  REMOVE
}
