package io.gatehouse.sandbox.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;
import org.jspecify.annotations.Nullable;

/** A line of the audit log as Graph writes it: directoryAudit. */
final class AuditJson {
  private AuditJson() {}

  static JsonObject entry(AuditEntry entry, Tenant tenant) {
    var json = new JsonObject();
    json.addProperty("id", id(entry));
    json.addProperty("category", category(entry));
    json.addProperty("correlationId", entry.requestId());
    json.addProperty("result", "success");
    json.addProperty("resultReason", "");
    json.addProperty("activityDisplayName", entry.activity());
    json.addProperty("activityDateTime", GraphTime.sevenDigits(entry.at()));
    json.addProperty("loggedByService", service(entry));
    json.addProperty("operationType", operation(entry));
    json.add("initiatedBy", initiatedBy(entry.initiator()));
    var targets = new JsonArray();
    targets.add(target(entry.targetId(), tenant));
    json.add("targetResources", targets);
    json.add("additionalDetails", details(entry));
    return json;
  }

  static String id(AuditEntry entry) {
    return "Directory_" + entry.requestId();
  }

  static String service(AuditEntry entry) {
    return switch (entry.activity()) {
      case AuditEntry.INVITE, AuditEntry.REDEEM -> "Invited Users";
      default -> "Core Directory";
    };
  }

  private static String category(AuditEntry entry) {
    return switch (entry.activity()) {
      case AuditEntry.ADD_TO_ROLE -> "RoleManagement";
      case AuditEntry.RESTRICT -> "AdministrativeUnit";
      default -> "UserManagement";
    };
  }

  private static String operation(AuditEntry entry) {
    return switch (entry.activity()) {
      case AuditEntry.INVITE -> "Add";
      case AuditEntry.ADD_TO_ROLE, AuditEntry.RESTRICT -> "Assign";
      case AuditEntry.DELETE, AuditEntry.PURGE -> "Delete";
      default -> "Update";
    };
  }

  private static JsonArray details(AuditEntry entry) {
    var details = new JsonArray();
    entry
        .details()
        .forEach((key, value) -> {
          var detail = new JsonObject();
          detail.addProperty("key", key);
          detail.addProperty("value", value);
          details.add(detail);
        });
    return details;
  }

  private static JsonObject initiatedBy(Initiator initiator) {
    var by = new JsonObject();
    by.add("user", JsonNull.INSTANCE);
    by.add("app", JsonNull.INSTANCE);
    switch (initiator) {
      case Initiator.App(var app) -> by.add("app", app(app.appId(), app.token()));
      case Initiator.Service(var appId, var name) -> by.add("app", app(appId, name));
      case Initiator.Directory() -> by.add("app", app(null, "Directory"));
      case Initiator.Person(var id, var name) -> by.add("user", person(id, name));
    }
    return by;
  }

  private static JsonObject app(@Nullable String appId, String displayName) {
    var app = new JsonObject();
    app.add("appId", DirectoryJson.text(appId));
    app.addProperty("displayName", displayName);
    app.add("servicePrincipalId", JsonNull.INSTANCE);
    app.add("servicePrincipalName", JsonNull.INSTANCE);
    return app;
  }

  /** The real log leaves the display name empty, too. */
  private static JsonObject person(@Nullable String id, String userPrincipalName) {
    var user = new JsonObject();
    user.add("id", DirectoryJson.text(id));
    user.add("displayName", JsonNull.INSTANCE);
    user.addProperty("userPrincipalName", userPrincipalName);
    user.add("ipAddress", JsonNull.INSTANCE);
    return user;
  }

  private static JsonObject target(String id, Tenant tenant) {
    var target = new JsonObject();
    target.addProperty("id", id);
    target.add("displayName", JsonNull.INSTANCE);
    target.addProperty("type", "User");
    target.add(
        "userPrincipalName",
        DirectoryJson.text(tenant.user(id).map(User::userPrincipalName).orElse(null)));
    target.add("modifiedProperties", new JsonArray());
    return target;
  }
}
