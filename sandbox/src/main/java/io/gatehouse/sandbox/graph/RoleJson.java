package io.gatehouse.sandbox.graph;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.RoleAssignment;

/** A role that somebody has or may activate, in the three shapes Graph has for it. */
final class RoleJson {
  private RoleJson() {}

  /** unifiedRoleAssignment. */
  static JsonObject assignment(RoleAssignment role) {
    var json = new JsonObject();
    json.addProperty("id", role.id());
    json.addProperty("principalId", role.principalId());
    json.addProperty("directoryScopeId", "/");
    json.addProperty("roleDefinitionId", role.roleDefinitionId());
    return json;
  }

  /** unifiedRoleAssignmentScheduleInstance. */
  static JsonObject assignmentInstance(RoleAssignment role) {
    var json = instance(role);
    json.addProperty("assignmentType", "Assigned");
    json.addProperty("roleAssignmentOriginId", role.id());
    json.addProperty("roleAssignmentScheduleId", role.id());
    return json;
  }

  /** unifiedRoleEligibilityScheduleInstance. */
  static JsonObject eligibilityInstance(RoleAssignment role) {
    var json = instance(role);
    json.addProperty("roleEligibilityScheduleId", role.id());
    return json;
  }

  private static JsonObject instance(RoleAssignment role) {
    var json = assignment(role);
    json.add("appScopeId", JsonNull.INSTANCE);
    json.addProperty("memberType", "Direct");
    json.add("startDateTime", JsonNull.INSTANCE);
    json.add("endDateTime", JsonNull.INSTANCE);
    return json;
  }
}
