package io.gatehouse.safety;

/** A reason not to act on a guest at all. */
public enum Guard {
  NOT_A_GUEST("the account is not a guest any more"),
  ON_PREMISES("the account is mastered on-premises and has to be removed there"),
  RESTRICTED_UNIT("the account is in a restricted management administrative unit"),
  EXCLUDED("the policy excludes this guest"),
  ROLE_HOLDER("the guest holds a directory role"),
  ELIGIBLE_FOR_ROLE("the guest can activate a directory role"),
  ROLE_ASSIGNABLE_GROUP("the guest belongs to or owns a group that can hold directory roles"),
  SOLE_OWNER("the guest is the only owner of a group: somebody else has to own it first"),
  APPLICATION_OWNER("the guest owns an application: somebody else has to own it first"),
  FOREIGN_MANAGED("another system provides the account and would bring it back"),
  ALREADY_DISABLED("somebody else had already disabled the account"),
  /** Mail reaches a member's own mailbox without any sign-in here. */
  MAY_ONLY_USE_MAIL("nobody answered, and the guest may use a group's mail without signing in"),
  NOBODY_SAID_SO("nobody said that this guest may go");

  private final String sentence;

  Guard(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
