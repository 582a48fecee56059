package io.gatehouse.sandbox.tenant;

/**
 * Something a user owns.
 *
 * @param roleAssignable always false for an application
 */
public record OwnedObject(Kind kind, String id, String displayName, boolean roleAssignable) {
  /** What it is. */
  public enum Kind {
    GROUP,
    APPLICATION
  }

  static OwnedObject application(String id, String displayName) {
    return new OwnedObject(Kind.APPLICATION, id, displayName, false);
  }

  static OwnedObject group(Membership.Group group) {
    return new OwnedObject(Kind.GROUP, group.id(), group.displayName(), group.roleAssignable());
  }
}
