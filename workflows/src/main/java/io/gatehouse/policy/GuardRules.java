package io.gatehouse.policy;

import java.util.List;

/**
 * What guards need to be told about the tenant.
 *
 * @param eligibleRoles whether eligible role assignments are looked at; false only for a tenant
 *     without Entra ID P2, where nobody can be eligible and Graph refuses the question
 * @param foreignManagedGroups object ids of groups whose members another system provides (access
 *     packages, cross-tenant synchronization) and would bring back
 */
public record GuardRules(boolean eligibleRoles, List<String> foreignManagedGroups) {
  public GuardRules {
    foreignManagedGroups = List.copyOf(foreignManagedGroups);
  }
}
