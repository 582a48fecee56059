package io.gatehouse.sandbox.tenant;

import java.util.ArrayList;
import java.util.List;

/** Directory roles: who has which, and who may activate which. */
final class Roles {
  /** A built-in role. Source: Learn, permissions-reference (template ids are the same anywhere). */
  enum BuiltIn {
    USER_ADMINISTRATOR("User Administrator", "fe930be7-5e62-47db-91af-98c3a49a38b1"),
    DIRECTORY_READERS("Directory Readers", "88d8e3e3-8f55-4a1e-953a-9b9898b8876b"),
    GUEST_INVITER("Guest Inviter", "95e79109-95c0-4d8e-aee3-d01accf2d47b");

    private final String displayName;
    private final String templateId;

    BuiltIn(String displayName, String templateId) {
      this.displayName = displayName;
      this.templateId = templateId;
    }

    String templateId() {
      return templateId;
    }
  }

  private final ObjectIds ids;
  private final List<RoleAssignment> assignments = new ArrayList<>();
  private final List<RoleAssignment> eligibilities = new ArrayList<>();

  Roles(ObjectIds ids) {
    this.ids = ids;
  }

  /** Gives a role; the answer is what the principal is a member of from now on. */
  Membership.DirectoryRole assign(String principalId, BuiltIn role) {
    assignments.add(row("assignment", principalId, role));
    return new Membership.DirectoryRole(ids.of("role/" + role), role.displayName, role.templateId);
  }

  /** Lets a principal activate a role. */
  void makeEligible(String principalId, BuiltIn role) {
    eligibilities.add(row("eligibility", principalId, role));
  }

  private RoleAssignment row(String kind, String principalId, BuiltIn role) {
    return new RoleAssignment(
        ids.of("%s/%s/%s".formatted(kind, role, principalId)), principalId, role.templateId);
  }

  List<RoleAssignment> assignments() {
    return List.copyOf(assignments);
  }

  List<RoleAssignment> eligibilities() {
    return List.copyOf(eligibilities);
  }

  boolean holdsAny(String principalId) {
    return assignments.stream().anyMatch(a -> a.principalId().equals(principalId));
  }

  /** A deleted principal has no roles any more, and none when it is restored. */
  void forget(String principalId) {
    assignments.removeIf(a -> a.principalId().equals(principalId));
    eligibilities.removeIf(e -> e.principalId().equals(principalId));
  }
}
