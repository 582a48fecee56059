package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.Group;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;
import java.util.List;
import java.util.Set;

/** Groups and their people, and the owners of applications. */
record Groups(Tenant tenant) {
  private static final int LARGEST_PAGE = 999;

  Reply get(Call call, Set<String> permissions) {
    var json = sight(call, permissions).group(find(call));
    json.remove("@odata.type"); // the context says it already
    return Reply.entity(call, "groups", json);
  }

  Reply members(Call call, Set<String> permissions) {
    return people(call, permissions, find(call).members());
  }

  Reply owners(Call call, Set<String> permissions) {
    return people(call, permissions, find(call).owners());
  }

  Reply applicationOwners(Call call, Set<String> permissions) {
    var application =
        tenant.application(call.id()).orElseThrow(() -> GraphError.notFound(call.id()));
    return people(call, permissions, tenant.ownersOf(application.id()));
  }

  private Reply people(Call call, Set<String> permissions, List<String> ids) {
    var people = ids.stream().flatMap(id -> tenant.user(id).stream()).toList();
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page(
                "directoryObjects", Listing.of(people, User::id), sight(call, permissions)::user));
  }

  private static Sight sight(Call call, Set<String> permissions) {
    return new Sight(permissions, Selection.of(call.option("$select")));
  }

  private Group find(Call call) {
    return tenant.group(call.id()).orElseThrow(() -> GraphError.notFound(call.id()));
  }
}
