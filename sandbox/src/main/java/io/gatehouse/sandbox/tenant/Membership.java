package io.gatehouse.sandbox.tenant;

import org.jspecify.annotations.Nullable;

/** Something a user is a member of. */
public sealed interface Membership {
  String id();

  String displayName();

  /** A group; one with an address is a Microsoft 365 group, one without a security group. */
  record Group(String id, String displayName, @Nullable String mail) implements Membership {}

  /** An activated directory role. */
  record DirectoryRole(String id, String displayName, String roleTemplateId)
      implements Membership {}
}
