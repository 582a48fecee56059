package io.gatehouse.guest;

/** Where a lifecycle is. Also the value of the search attribute that administrators filter by. */
public enum Stage {
  ASKED("waiting for an answer"),
  ANSWERED("the answer can still be changed"),
  NOTICE("the guest was told, disabling comes next"),
  RESERVED("waiting for a slot under the caps"),
  DISABLED("disabled, in grace"),
  DELETED("deleted softly, can be restored"),
  NEEDS_OPERATOR("a person has to look"),
  CLOSED("closed");

  private final String words;

  Stage(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
