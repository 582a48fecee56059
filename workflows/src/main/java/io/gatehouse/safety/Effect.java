package io.gatehouse.safety;

/** A change to the tenant. Each happens at most once per opening and ordinal. */
public enum Effect {
  DISABLE("disable the account", true),
  SOFT_DELETE("delete the account softly", true),
  RESTORE("restore the account from the recycle bin", false),
  ENABLE("enable the account again", false);

  private final String words;
  private final boolean takesAway;

  Effect(String words, boolean takesAway) {
    this.words = words;
    this.takesAway = takesAway;
  }

  public String words() {
    return words;
  }

  /** Gate, caps and guards concern what takes access away; giving it back only needs the mode. */
  public boolean takesAway() {
    return takesAway;
  }
}
