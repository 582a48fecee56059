package io.gatehouse.guest;

/** How a lifecycle ended. */
public enum Outcome {
  KEPT(Standing.KEPT),
  REMOVED(Standing.REMOVED),
  /** A guard appeared while the lifecycle ran. */
  EXEMPT(Standing.EXEMPT),
  /** The world changed: the guest came back, or an administrator acted. */
  STOOD_DOWN(Standing.STOOD_DOWN),
  /** The mode was notify: enforce would have removed the guest. */
  WOULD_REMOVE(Standing.STOOD_DOWN),
  /** An operator had the account given back. */
  RESTORED(Standing.STOOD_DOWN),
  GONE(Standing.GONE),
  /** Ended with an account left disabled: a person has to say what becomes of it. */
  FAILED(Standing.FAILED);

  private final Standing standing;

  Outcome(Standing standing) {
    this.standing = standing;
  }

  public Standing standing() {
    return standing;
  }
}
