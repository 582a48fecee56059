package io.gatehouse.sandbox.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.gatehouse.sandbox.graph.Pages.Item;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;
import java.util.ArrayList;
import java.util.List;

/** {@code /auditLogs/directoryAudits}: what the tenant itself says happened, newest first. */
record DirectoryAudits(Tenant tenant) {
  private static final int LARGEST_PAGE = 999;

  Reply list(Call call) {
    var clauses = call.option("$filter").map(Clause::parse).orElse(List.of());
    var log = tenant.auditLog();
    var items = new ArrayList<Item<AuditEntry>>();
    for (int i = log.size() - 1; i >= 0; i--) {
      var entry = log.get(i);
      if (clauses.stream().allMatch(c -> matches(c, entry))) {
        items.add(new Item<>("%010d".formatted(Integer.MAX_VALUE - i), entry));
      }
    }
    return Reply.ok(
        new Pages(call, LARGEST_PAGE).page("auditLogs/directoryAudits", items, this::json));
  }

  private static boolean matches(Clause clause, AuditEntry entry) {
    return switch (clause.property()) {
      case "activityDisplayName" -> clause.equalsText(entry.activity());
      case "activityDateTime" -> clause.comparesTo(entry.at());
      case "correlationId" -> clause.equalsText(entry.requestId());
      case "targetResources/id" -> clause.equalsText(entry.targetId());
      default -> throw clause.unsupported();
    };
  }

  private JsonObject json(AuditEntry entry) {
    var json = new JsonObject();
    json.addProperty("id", "Directory_" + entry.requestId());
    json.addProperty("category", "UserManagement");
    json.addProperty("correlationId", entry.requestId());
    json.addProperty("result", "success");
    json.addProperty("resultReason", "");
    json.addProperty("activityDisplayName", entry.activity());
    json.addProperty("activityDateTime", GraphTime.sevenDigits(entry.at()));
    json.addProperty("loggedByService", "Core Directory");
    json.addProperty("operationType", operation(entry.activity()));
    json.add("initiatedBy", initiatedBy(entry.initiator()));
    var targets = new JsonArray();
    targets.add(target(entry.targetId()));
    json.add("targetResources", targets);
    json.add("additionalDetails", new JsonArray());
    return json;
  }

  private static String operation(String activity) {
    return switch (activity) {
      case AuditEntry.DELETE, AuditEntry.PURGE -> "Delete";
      default -> "Update";
    };
  }

  private static JsonObject initiatedBy(Initiator initiator) {
    var by = new JsonObject();
    by.add("user", JsonNull.INSTANCE);
    by.add("app", JsonNull.INSTANCE);
    switch (initiator) {
      case Initiator.App(var registration) -> {
        var app = new JsonObject();
        app.addProperty("appId", registration.appId());
        app.addProperty("displayName", registration.token());
        by.add("app", app);
      }
      case Initiator.Person(var name) -> {
        var user = new JsonObject();
        user.addProperty("userPrincipalName", name);
        by.add("user", user);
      }
      case Initiator.Directory() -> {
        var app = new JsonObject();
        app.addProperty("displayName", "Directory");
        by.add("app", app);
      }
    }
    return by;
  }

  private JsonObject target(String id) {
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
