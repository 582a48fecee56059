package io.gatehouse.sandbox.graph;

import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.RoleAssignment;
import io.gatehouse.sandbox.tenant.Tenant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** {@code /roleManagement/directory}: who has a role, and who may activate one. */
record Roles(Tenant tenant, Set<Quirk> quirks) {
  private static final int LARGEST_PAGE = 999;

  Reply assignments(Call call) {
    return page(call, "roleAssignments", tenant.roleAssignments(), RoleJson::assignment);
  }

  Reply assignmentInstances(Call call) {
    requireP2();
    return page(
        call,
        "roleAssignmentScheduleInstances",
        tenant.roleAssignments(),
        RoleJson::assignmentInstance);
  }

  Reply eligibilityInstances(Call call) {
    requireP2();
    return page(
        call,
        "roleEligibilityScheduleInstances",
        tenant.eligibilities(),
        RoleJson::eligibilityInstance);
  }

  private void requireP2() {
    if (quirks.contains(Quirk.NO_P2_LICENCE)) {
      throw new GraphError(
          400,
          "AadPremiumLicenseRequired",
          "The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance"
              + " license.");
    }
  }

  private static Reply page(
      Call call,
      String name,
      List<RoleAssignment> rows,
      Function<RoleAssignment, JsonObject> json) {
    var clauses = call.option("$filter").map(Clause::parse).orElse(List.of());
    var found = rows.stream().filter(a -> clauses.stream().allMatch(c -> matches(c, a))).toList();
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page("roleManagement/directory/" + name, Listing.of(found, RoleAssignment::id), json));
  }

  private static boolean matches(Clause clause, RoleAssignment assignment) {
    return switch (clause.property()) {
      case "principalId" -> clause.equalsText(assignment.principalId());
      case "roleDefinitionId" -> clause.equalsText(assignment.roleDefinitionId());
      default -> throw clause.unsupported();
    };
  }
}
