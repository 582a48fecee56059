package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.OwnedObject;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;

/**
 * Whom no application may disable, delete or restore without a directory role of its own. Source:
 * Learn, users (sensitive actions); entra-docs, admin-units-restricted-management.
 */
record Protection(Tenant tenant) {

  /** Refuses with 403 for role holders, for role-assignable groups' people and restricted units. */
  void check(User user) {
    if (user.managementRestricted()
        || tenant.holdsRole(user.id())
        || tenant.membershipsOf(user.id()).stream().anyMatch(Protection::givesRoles)
        || tenant.ownedBy(user.id()).stream().anyMatch(OwnedObject::roleAssignable)) {
      throw GraphError.denied();
    }
  }

  private static boolean givesRoles(Membership membership) {
    return membership instanceof Membership.Group group && group.roleAssignable();
  }
}
