package io.gatehouse.safety;

/** How the world can change while a lifecycle waits. */
public enum Change {
  CAME_BACK("the guest signed in"),
  REDEEMED("the guest redeemed the invitation"),
  SPONSOR_FOUND("the directory shows a sponsor again"),
  BECAME_MEMBER("the account is not a guest any more"),
  GONE("somebody else deleted the account"),
  DISABLED_BY_OTHERS("somebody else disabled the account"),
  ENABLED_BY_OTHERS("somebody else enabled the account"),
  RESTORED_BY_OTHERS("somebody else restored the account: enabling it is up to them");

  private final String words;

  Change(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether what we took has to be given back: the guest used what we took to be unused. */
  public boolean guestIsBack() {
    return this == CAME_BACK || this == REDEEMED;
  }
}
