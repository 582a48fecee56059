package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.graph.Pages.Item;
import io.gatehouse.sandbox.tenant.RoleAssignment;
import io.gatehouse.sandbox.tenant.Tenant;
import java.util.List;

/** {@code /roleManagement/directory/roleAssignments}. */
record Roles(Tenant tenant) {
  private static final int LARGEST_PAGE = 999;

  Reply list(Call call) {
    var clauses = call.option("$filter").map(Clause::parse).orElse(List.of());
    var items =
        tenant.roleAssignments().stream()
            .filter(a -> clauses.stream().allMatch(c -> matches(c, a)))
            .map(a -> new Item<>(a.id(), a))
            .toList();
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page(
                "roleManagement/directory/roleAssignments", items, DirectoryJson::roleAssignment));
  }

  private static boolean matches(Clause clause, RoleAssignment assignment) {
    return switch (clause.property()) {
      case "principalId" -> clause.equalsText(assignment.principalId());
      case "roleDefinitionId" -> clause.equalsText(assignment.roleDefinitionId());
      default -> throw clause.unsupported();
    };
  }
}
