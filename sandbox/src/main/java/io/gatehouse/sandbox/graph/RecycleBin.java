package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.DeletedUser;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.Tenant;
import java.util.LinkedHashSet;
import java.util.Set;

/** Everything below {@code /directory/deletedItems}. */
record RecycleBin(Tenant tenant, Protection protection, Set<Quirk> quirks) {
  private static final int LARGEST_PAGE = 999;

  Reply list(Call call) {
    if (call.query().containsKey("$orderby") && !call.isAdvanced()) {
      throw GraphError.unsupportedQuery("Sorting needs ConsistencyLevel: eventual and $count.");
    }
    var properties = properties(call, true);
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page(
                "users",
                Listing.of(tenant.bin(), deleted -> deleted.user().id()),
                deleted -> DirectoryJson.deleted(deleted, properties)));
  }

  Reply get(Call call) {
    var json = DirectoryJson.deleted(find(call), properties(call, false));
    json.addProperty("@odata.type", "#microsoft.graph.user");
    return Reply.entity(call, "directoryObjects", json);
  }

  Reply restore(Call call, Initiator initiator) {
    var deleted = find(call);
    String id = deleted.user().id();
    protection.check(deleted.user());
    if (!tenant.restore(id, initiator, call.requestId())) {
      throw GraphError.notFound(id);
    }
    if (quirks.contains(Quirk.RESTORE_LOSES_MEMBERSHIPS)) {
      tenant.leaveMailGroups(id);
    }
    var json = DirectoryJson.directoryObject(deleted.user(), UserProperties.DEFAULT);
    return Reply.entity(call, "directoryObjects", json);
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
