package io.gatehouse.sandbox.graph;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which application permissions open which path. Source: Learn, permissions reference; of the
 * documented alternatives those that a least-privilege registration may have.
 */
final class Permissions {
  private static final Set<String> USERS = Set.of("User.Read.All");
  private static final Set<String> GROUPS = Set.of(Consents.READ_GROUPS);
  private static final Set<String> SIGN_INS = Set.of("AuditLog.Read.All");
  private static final Set<String> ROLES = Set.of(Consents.READ_ROLES);
  private static final Set<String> DELETE_RESTORE = Set.of("User.DeleteRestore.All");

  /** By method and template: any one of the sets, all permissions of that set. */
  private static final Map<String, List<Set<String>>> NEEDED =
      Map.ofEntries(
          entry("GET /users", List.of(USERS)),
          entry("GET /users/{id}", List.of(USERS)),
          entry(
              "PATCH /users/{id}",
              List.of(Set.of("User.EnableDisableAccount.All", "User.Read.All"))),
          entry("DELETE /users/{id}", List.of(DELETE_RESTORE)),
          entry("GET /users/{id}/sponsors", List.of(USERS)),
          entry("GET /users/{id}/manager", List.of(USERS)),
          entry("GET /users/{id}/transitiveMemberOf", List.of(USERS, GROUPS)),
          entry("GET /users/{id}/transitiveMemberOf/graph.group", List.of(USERS, GROUPS)),
          entry("GET /users/{id}/transitiveMemberOf/graph.directoryRole", List.of(USERS)),
          entry("GET /users/{id}/ownedObjects", List.of(USERS)),
          entry("GET /groups/{id}", List.of(GROUPS)),
          entry("GET /groups/{id}/members", List.of(GROUPS)),
          entry("GET /groups/{id}/owners", List.of(GROUPS)),
          entry("GET /applications/{id}/owners", List.of(Set.of(Consents.READ_APPLICATIONS))),
          entry("GET /roleManagement/directory/roleAssignments", List.of(ROLES)),
          entry(
              "GET /roleManagement/directory/roleAssignmentScheduleInstances",
              List.of(Set.of("RoleAssignmentSchedule.Read.Directory"), ROLES)),
          entry(
              "GET /roleManagement/directory/roleEligibilityScheduleInstances",
              List.of(Set.of("RoleEligibilitySchedule.Read.Directory"), ROLES)),
          entry("GET /organization", List.of(Set.of("Organization.Read.All"), USERS)),
          // the permissions reference is silent about reading the bin
          entry("GET /directory/deletedItems/graph.user", List.of(USERS)),
          entry("GET /directory/deletedItems/{id}", List.of(USERS)),
          entry("POST /directory/deletedItems/{id}/restore", List.of(DELETE_RESTORE)),
          entry("GET /auditLogs/directoryAudits", List.of(SIGN_INS)));

  private Permissions() {}

  /** A path without a row needs none: it has no answer either. */
  static boolean allow(Call call, Set<String> consented) {
    var needed = NEEDED.getOrDefault(call.method() + " " + call.template(), List.of(Set.of()));
    return needed.stream().anyMatch(consented::containsAll)
        && (!call.asksForSignInActivity() || consented.containsAll(SIGN_INS));
  }
}
