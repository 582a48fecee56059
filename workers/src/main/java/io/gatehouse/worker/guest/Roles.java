package io.gatehouse.worker.guest;

import io.gatehouse.graph.read.DirectoryReader;

/** Looks whether a guest holds a directory role, by assignment or through memberships. */
public final class Roles {
  private Roles() {}

  public static boolean holdsDirectoryRole(DirectoryReader directory, String guestId) {
    return !directory.roleAssignments(guestId).isEmpty()
        || !directory.memberships(guestId).directoryRoles().isEmpty();
  }
}
