package io.gatehouse.actor;

/** The app roles of the registration in Entra; their names are the values of its roles claim. */
public enum AppRole {
  /** Somebody who was asked about a guest. */
  SPONSOR("Sponsor"),
  OPERATOR("Operator"),
  /** An operator whose word also counts as the second one. */
  APPROVER("Approver"),
  /** Reads everything and changes nothing. */
  AUDITOR("Auditor");

  private final String claim;

  AppRole(String claim) {
    this.claim = claim;
  }

  /** The value in the roles claim, and the word for people. */
  public String claim() {
    return claim;
  }

  /** Whether somebody in this role may do it at all; a sponsor only where they were asked. */
  public boolean may(Action action) {
    return switch (this) {
      case SPONSOR -> action == Action.DECIDE;
      case OPERATOR ->
          switch (action) {
            case DECIDE,
                HOLD,
                RELEASE,
                EXTEND,
                REASSIGN,
                RETRY,
                RESTORE,
                CLOSE_GATE,
                ASK_TO_OPEN_GATE,
                ACCEPT_SCAN,
                APPLY_POLICY ->
                true;
            case APPROVE_OPENING_GATE, ACCEPT_KEY, REVOKE_KEY -> false;
          };
      case APPROVER -> true;
      case AUDITOR -> false;
    };
  }
}
