package io.gatehouse.sandbox.graph;

import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code /organization}: the one the tenant is. */
record Organizations(Tenant tenant) {

  Reply list(Call call) {
    var json = DirectoryJson.organization(tenant.organization());
    call.option("$select").ifPresent(select -> keep(json, select));
    return Reply.ok(
        new Pages(call, 1).page("organization", Listing.of(List.of(json), _ -> "1"), o -> o));
  }

  private static void keep(JsonObject json, String select) {
    var asked = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    Arrays.stream(select.split(",", -1)).map(String::strip).forEach(asked::add);
    var known = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(json.keySet());
    if (!known.containsAll(asked)) {
      throw new GraphError(
          400,
          "BadRequest",
          "The sandbox knows %s of its organization, not all of '%s'.".formatted(known, select));
    }
    Set.copyOf(json.keySet()).stream().filter(p -> !asked.contains(p)).forEach(json::remove);
  }
}
