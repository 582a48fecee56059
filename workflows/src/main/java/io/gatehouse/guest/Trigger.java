package io.gatehouse.guest;

/**
 * Why a lifecycle is opened, in the order of precedence: a guest for whom several hold is asked
 * about for the first.
 */
public enum Trigger {
  /** Invited long ago and never accepted. */
  INVITATION_NOT_REDEEMED("the invitation was never redeemed", true),
  /** An account that proves never to have been used. */
  NEVER_SIGNED_IN("the account was never used", true),
  /** No sign-in within the policy's threshold. */
  INACTIVE("no sign-in for a long time", true),
  /** An active guest for whom the directory shows nobody who answers. */
  SPONSOR_MISSING("nobody is on record as sponsor", false),
  /** An active guest whom nobody vouched for lately. */
  ATTESTATION_DUE("the periodic review is due", false),
  /** An exclusion of the policy is about to end; its owner is asked, nothing is ever removed. */
  EXCLUSION_ENDS("the exclusion of the policy ends soon", false);

  private final String words;
  private final boolean mayEndInSilence;

  Trigger(String words, boolean mayEndInSilence) {
    this.words = words;
    this.mayEndInSilence = mayEndInSilence;
  }

  public String words() {
    return words;
  }

  /**
   * Whether the guest's own record speaks for removing when nobody answers. An account in use goes
   * on somebody's word only.
   */
  public boolean mayEndInSilence() {
    return mayEndInSilence;
  }
}
