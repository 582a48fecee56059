package io.gatehouse.sandbox.graph;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.gatehouse.sandbox.graph.Pages.Item;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Everything below {@code /users}. */
record Users(Tenant tenant, Set<Quirk> quirks) {
  private static final int LARGEST_PAGE = 999;

  /** Larger values are accepted, a page holds no more. Source: Learn, user-list. */
  private static final int LARGEST_PAGE_WITH_SIGN_INS = 500;

  Reply list(Call call) {
    refuseForbiddenCombinations(call);
    var properties = properties(call, true);
    var filter = UserFilter.of(call);
    var found =
        tenant.users().stream().filter(filter::matches).map(u -> new Item<>(u.id(), u)).toList();
    var items =
        quirks.contains(Quirk.HALF_OF_THE_PAGES) ? found.subList(0, found.size() / 2) : found;
    int cap = call.asksForSignInActivity() ? LARGEST_PAGE_WITH_SIGN_INS : LARGEST_PAGE;
    var pages = new Pages(call, cap);
    String context = "users" + selected(call);
    return Reply.ok(
        pages.isFirst() && quirks.contains(Quirk.EMPTY_FIRST_PAGE)
            ? pages.emptyPage(context, items.size())
            : pages.page(context, items, user -> json(user, properties)));
  }

  private static void refuseForbiddenCombinations(Call call) {
    if (call.query().containsKey("$skip")) {
      throw GraphError.badRequest("'$skip' is not supported by the service.");
    }
    if (call.query().containsKey("$expand")) {
      boolean advanced =
          call.header("ConsistencyLevel").isPresent() || call.query().containsKey("$count");
      throw advanced
          ? GraphError.unsupportedQuery("$expand is not supported with advanced queries.")
          : new GraphError(
              501, "NotImplemented", "The sandbox does not expand: read /users/{id}/sponsors.");
    }
  }

  Reply get(Call call) {
    var properties = properties(call, false);
    if (properties.contains("signInActivity") && !isGuid(call.id())) {
      throw new GraphError(
          400, "BadRequest", "Get By Key only supports UserId and the key has to be a valid Guid");
    }
    return Reply.ok(entity(call, "users" + selected(call), json(find(call), properties)));
  }

  Reply sponsors(Call call) {
    var properties = properties(call, false);
    var sponsors = tenant.sponsorsOf(find(call).id());
    var items = sponsors.stream().map(s -> new Item<>(s.id(), s)).toList();
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page("directoryObjects", items, s -> DirectoryJson.directoryObject(s, properties)));
  }

  Reply manager(Call call) {
    var properties = properties(call, false);
    var manager =
        tenant.managerOf(find(call).id()).orElseThrow(() -> GraphError.notFound("manager"));
    return Reply.ok(
        entity(call, "directoryObjects", DirectoryJson.directoryObject(manager, properties)));
  }

  Reply memberships(Call call, Class<? extends Membership> kind, String context) {
    List<Item<Membership>> items =
        tenant.membershipsOf(find(call).id()).stream()
            .filter(kind::isInstance)
            .map(m -> new Item<>(m.id(), m))
            .sorted((a, b) -> a.key().compareTo(b.key()))
            .toList();
    return Reply.ok(new Pages(call, LARGEST_PAGE).page(context, items, DirectoryJson::membership));
  }

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
    refuseUntouchable(user);
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

  private void refuseUntouchable(User user) {
    if (tenant.holdsRole(user.id())) {
      throw GraphError.denied();
    }
    if (user.onPremisesSynced()) {
      throw GraphError.badRequest(
          "Unable to update the specified properties for on-premises mastered Directory Sync"
              + " objects or objects currently undergoing migration.");
    }
  }

  Reply delete(Call call, Initiator initiator) {
    var user = find(call);
    if (tenant.holdsRole(user.id())) {
      throw GraphError.denied();
    }
    if (!tenant.delete(user.id(), initiator, call.requestId())) {
      throw GraphError.notFound(call.id());
    }
    return Reply.noContent();
  }

  private User find(Call call) {
    return tenant.user(call.id()).orElseThrow(() -> GraphError.notFound(call.id()));
  }

  private Set<String> properties(Call call, boolean list) {
    var properties = UserProperties.of(call, list);
    if (call.asksForSignInActivity() && quirks.contains(Quirk.NO_PREMIUM_LICENCE)) {
      throw new GraphError(
          403,
          "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
          "Neither tenant is B2C or tenant doesn't have premium license");
    }
    return properties;
  }

  private JsonObject json(User user, Set<String> properties) {
    var json = DirectoryJson.user(user, properties);
    if (quirks.contains(Quirk.NO_SIGN_IN_DATES)) {
      json.remove("signInActivity");
    }
    return json;
  }

  static JsonObject entity(Call call, String context, JsonObject properties) {
    var json = new JsonObject();
    json.addProperty("@odata.context", call.base() + "/$metadata#" + context + "/$entity");
    properties.asMap().forEach(json::add);
    return json;
  }

  private static String selected(Call call) {
    return call.option("$select").map(s -> "(" + s + ")").orElse("");
  }

  private static boolean isGuid(String id) {
    try {
      return UUID.fromString(id).toString().equalsIgnoreCase(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
