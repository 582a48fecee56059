package io.gatehouse.safety;

/** How the world can change while a lifecycle waits. */
public enum Change {
  CAME_BACK("the guest signed in again"),
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
}
