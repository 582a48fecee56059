package io.gatehouse.sandbox.tenant;

import org.jspecify.annotations.Nullable;

/** Something a user is a member of. */
public sealed interface Membership {
  String id();

  String displayName();

  /**
   * A group; one with an address is a Microsoft 365 group, one without a security group.
   *
   * @param roleAssignable directory roles can be given to it, so its members are protected
   */
  record Group(String id, String displayName, @Nullable String mail, boolean roleAssignable)
      implements Membership {}

  /** An activated directory role. */
  record DirectoryRole(String id, String displayName, String roleTemplateId)
      implements Membership {}

  /** An administrative unit like most: others administer its members too. */
  record Unit(String id, String displayName) implements Membership {}

  /** A restricted management administrative unit: applications cannot change its members. */
  record RestrictedUnit(String id, String displayName) implements Membership {}
}
