package io.gatehouse.sandbox.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;

/** {@code PATCH} and {@code DELETE} of {@code /users/{id}}. */
record UserChanges(Tenant tenant, Protection protection) {

  Reply patch(Call call, Initiator initiator) {
    var user = find(call);
    var change = body(call);
    change.remove("@odata.type");
    for (String property : change.keySet()) {
      if (!property.equals("accountEnabled")) {
        throw GraphError.denied(); // User.EnableDisableAccount.All writes nothing else
      }
    }
    if (change.isEmpty()) {
      return Reply.noContent(); // what a model instance serialises to when it is sent twice
    }
    boolean enabled = accountEnabled(change.get("accountEnabled"));
    protection.check(user);
    if (user.onPremisesSynced()) {
      throw GraphError.badRequest(
          "Unable to update the specified properties for on-premises mastered Directory Sync"
              + " objects or objects currently undergoing migration.");
    }
    if (!tenant.setAccountEnabled(user.id(), enabled, initiator, call.requestId())) {
      throw GraphError.notFound(call.id());
    }
    return Reply.noContent();
  }

  private static JsonObject body(Call call) {
    try {
      var body = JsonParser.parseString(call.body());
      if (body.isJsonObject()) {
        return body.getAsJsonObject();
      }
    } catch (JsonParseException e) {
      // falls to the answer for every body that is no object
    }
    throw new GraphError(400, "BadRequest", "Unable to read JSON request payload.");
  }

  private static boolean accountEnabled(JsonElement value) {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
      return value.getAsBoolean();
    }
    throw GraphError.badRequest("Invalid value specified for property 'accountEnabled'.");
  }

  Reply delete(Call call, Initiator initiator) {
    var user = find(call);
    protection.check(user);
    if (!tenant.delete(user.id(), initiator, call.requestId())) {
      throw GraphError.notFound(call.id());
    }
    return Reply.noContent();
  }

  private User find(Call call) {
    return tenant.user(call.id()).orElseThrow(() -> GraphError.notFound(call.id()));
  }
}
