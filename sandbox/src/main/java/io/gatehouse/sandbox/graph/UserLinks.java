package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.OwnedObject;
import io.gatehouse.sandbox.tenant.SponsorLink;
import io.gatehouse.sandbox.tenant.Tenant;
import java.util.Set;

/** What is around one user: sponsors, manager, memberships, owned objects. */
record UserLinks(Tenant tenant) {
  private static final int LARGEST_PAGE = 999;

  Reply sponsors(Call call, Set<String> permissions) {
    var sight = sight(call, permissions);
    var links = Listing.of(tenant.sponsorLinksOf(find(call)), SponsorLink::id);
    return Reply.ok(new Pages(call, LARGEST_PAGE).page("directoryObjects", links, sight::sponsor));
  }

  Reply manager(Call call, Set<String> permissions) {
    var sight = sight(call, permissions);
    var manager = tenant.managerOf(find(call)).orElseThrow(() -> GraphError.notFound("manager"));
    return Reply.entity(call, "directoryObjects", sight.user(manager));
  }

  Reply memberships(
      Call call, Set<String> permissions, Class<? extends Membership> kind, String context) {
    var sight = sight(call, permissions);
    var memberships = tenant.membershipsOf(find(call)).stream().filter(kind::isInstance).toList();
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page(context, Listing.of(memberships, Membership::id), sight::membership));
  }

  Reply ownedObjects(Call call, Set<String> permissions) {
    var sight = sight(call, permissions);
    var owned = Listing.of(tenant.ownedBy(find(call)), OwnedObject::id);
    return Reply.ok(
        new Pages(call, LARGEST_PAGE)
            .page("directoryObjects", owned, object -> sight.owned(object, tenant::group)));
  }

  private static Sight sight(Call call, Set<String> permissions) {
    return new Sight(permissions, Selection.of(call.option("$select")));
  }

  private String find(Call call) {
    return tenant.user(call.id()).orElseThrow(() -> GraphError.notFound(call.id())).id();
  }
}
