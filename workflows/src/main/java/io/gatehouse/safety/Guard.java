package io.gatehouse.safety;

/** A reason not to act on a guest at all. */
public enum Guard {
  NOT_A_GUEST("the account is not a guest any more"),
  ON_PREMISES("the account is mastered on-premises and has to be removed there"),
  RESTRICTED_UNIT("the account is in a restricted management administrative unit"),
  EXCLUDED("the policy excludes this guest"),
  ROLE_HOLDER("the guest holds a directory role"),
  ALREADY_DISABLED("somebody else had already disabled the account");

  private final String sentence;

  Guard(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
