package io.gatehouse.guest;

/** Where a guest stands. Each guest ever seen has exactly one, so the nine add up to everyone. */
public enum Standing {
  ACTIVE,
  /** A sponsor vouched for them, until a date. */
  KEPT,
  REMOVED,
  /** A guard or the policy leaves them alone. */
  EXEMPT,
  UNKNOWN,
  /** Due, or a lifecycle is running. */
  IN_PROGRESS,
  /** A lifecycle ended because the world changed, or the mode did not allow the effect. */
  STOOD_DOWN,
  /** Deleted by somebody else. */
  GONE,
  /** A lifecycle ended in an error that a person has to look at. */
  FAILED
}
