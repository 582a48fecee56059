package io.gatehouse.sandbox.tenant;

/** What speaks against taking an account away, as the directory itself knows it. */
public enum Tie {
  NO_GUEST,
  ON_PREMISES,
  RESTRICTED_UNIT,
  ROLE,
  ELIGIBLE_ROLE,
  ROLE_ASSIGNABLE_GROUP,
  SOLE_OWNER,
  APPLICATION_OWNER,
  /** Another system provides it. */
  SYNCHRONIZED,
  /** Nobody can say when it was last used. */
  SIGN_INS_UNKNOWN,
  /** It is disabled, and no registration of ours did that last. */
  DISABLED_BY_OTHERS
}
