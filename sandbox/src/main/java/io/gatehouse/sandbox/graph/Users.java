package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.Tenant;
import java.util.Set;
import java.util.UUID;

/** {@code /users} and {@code /users/{id}}: reading users themselves. */
record Users(Tenant tenant, Set<Quirk> quirks) {
  private static final int LARGEST_PAGE = 999;

  /** Larger values are accepted, a page holds no more. Source: Learn, user-list. */
  private static final int LARGEST_PAGE_WITH_SIGN_INS = 500;

  Reply list(Call call, Set<String> permissions) {
    if (call.query().containsKey("$skip")) {
      throw GraphError.badRequest("'$skip' is not supported by the service.");
    }
    var view = UserView.of(call, true, tenant, quirks, permissions);
    var users =
        new UserListing(tenant, UserFilter.of(call), quirks.contains(Quirk.HALF_OF_THE_PAGES));
    int cap = call.asksForSignInActivity() ? LARGEST_PAGE_WITH_SIGN_INS : LARGEST_PAGE;
    var asked = new Pages(call, cap);
    var pages = quirks.contains(Quirk.SHORT_PAGE) ? asked.halved() : asked;
    if (pages.isFirst() && quirks.contains(Quirk.EMPTY_FIRST_PAGE)) {
      return Reply.ok(pages.emptyPage(view.context(), users));
    }
    var page = pages.page(view.context(), users, view::json);
    if (!pages.isFirst() && quirks.contains(Quirk.LOST_NEXT_LINK)) {
      page.remove("@odata.nextLink");
    }
    return Reply.ok(page);
  }

  Reply get(Call call, Set<String> permissions) {
    var view = UserView.of(call, false, tenant, quirks, permissions);
    if (view.properties().contains("signInActivity") && !isGuid(call.id())) {
      throw new GraphError(
          400, "BadRequest", "Get By Key only supports UserId and the key has to be a valid Guid");
    }
    var user = tenant.user(call.id()).orElseThrow(() -> GraphError.notFound(call.id()));
    return Reply.entity(call, view.context(), view.json(user));
  }

  private static boolean isGuid(String id) {
    try {
      return UUID.fromString(id).toString().equalsIgnoreCase(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
