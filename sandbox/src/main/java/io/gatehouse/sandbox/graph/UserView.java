package io.gatehouse.sandbox.graph;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one request wants to see of users: properties, and perhaps sponsors with them. */
record UserView(
    Tenant tenant,
    Set<Quirk> quirks,
    Set<String> permissions,
    Set<String> properties,
    Optional<Expansion> expansion,
    String context) {

  static UserView of(
      Call call, boolean list, Tenant tenant, Set<Quirk> quirks, Set<String> permissions) {
    var properties = UserProperties.of(call, list);
    if (call.asksForSignInActivity() && quirks.contains(Quirk.NO_PREMIUM_LICENCE)) {
      throw new GraphError(
          403,
          "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
          "Neither tenant is B2C or tenant doesn't have premium license");
    }
    var expansion = Expansion.of(call);
    String shown =
        Stream.concat(call.option("$select").stream(), expansion.map(Expansion::context).stream())
            .collect(Collectors.joining(","));
    return new UserView(
        tenant,
        quirks,
        permissions,
        properties,
        expansion,
        shown.isEmpty() ? "users" : "users(" + shown + ")");
  }

  JsonObject json(User user) {
    var json = DirectoryJson.user(user, properties);
    if (quirks.contains(Quirk.NO_SIGN_IN_DATES)) {
      json.remove("signInActivity");
    }
    expansion.ifPresent(e -> json.add("sponsors", sponsors(user, e.selection())));
    return json;
  }

  private JsonArray sponsors(User user, Selection selection) {
    var sight = new Sight(permissions, selection);
    var sponsors = new JsonArray();
    tenant.sponsorLinksOf(user.id()).stream()
        .limit(Expansion.MOST)
        .forEach(link -> sponsors.add(sight.sponsor(link)));
    return sponsors;
  }
}
