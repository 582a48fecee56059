package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.graph.Pages.Item;
import io.gatehouse.sandbox.tenant.DeletedUser;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.Tenant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Everything below {@code /directory/deletedItems}. */
record RecycleBin(Tenant tenant) {
  private static final int LARGEST_PAGE = 999;

  Reply list(Call call) {
    if (call.query().containsKey("$orderby") && !call.isAdvanced()) {
      throw GraphError.unsupportedQuery("Sorting needs ConsistencyLevel: eventual and $count.");
    }
    var properties = properties(call, true);
    var items = tenant.bin().stream().map(d -> new Item<>(d.user().id(), d)).toList();
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page("users", items, d -> DirectoryJson.deleted(d, properties)));
  }

  Reply get(Call call) {
    var json = DirectoryJson.deleted(find(call), properties(call, false));
    json.addProperty("@odata.type", "#microsoft.graph.user");
    return Reply.ok(Users.entity(call, "directoryObjects", json));
  }

  Reply restore(Call call, Initiator initiator) {
    var deleted = find(call);
    String id = deleted.user().id();
    if (tenant.holdsRole(id)) {
      throw GraphError.denied();
    }
    if (!tenant.restore(id, initiator, call.requestId())) {
      throw GraphError.notFound(id);
    }
    var json = DirectoryJson.directoryObject(deleted.user(), UserProperties.DEFAULT);
    return Reply.ok(Users.entity(call, "directoryObjects", json));
  }

  private static Set<String> properties(Call call, boolean list) {
    if (call.option("$select").isPresent()) {
      return UserProperties.of(call, list);
    }
    var usual = new LinkedHashSet<>(UserProperties.DEFAULT);
    usual.add("deletedDateTime");
    return usual;
  }

  private DeletedUser find(Call call) {
    return tenant.inBin(call.id()).orElseThrow(() -> GraphError.notFound(call.id()));
  }
}
