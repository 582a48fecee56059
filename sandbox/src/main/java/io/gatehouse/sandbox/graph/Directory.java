package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.Tenant;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;

/** Graph without the network: who asks, may they, is there budget left, and then the answer. */
final class Directory {
  private final Clock clock;
  private final Throttles throttles;
  private final String tenantId;
  private final Users users;
  private final RecycleBin bin;
  private final Roles roles;
  private final DirectoryAudits audits;

  Directory(Tenant tenant, Clock clock, Throttles throttles, Set<Quirk> quirks) {
    this.clock = clock;
    this.throttles = throttles;
    this.tenantId = tenant.id();
    this.users = new Users(tenant, quirks);
    this.bin = new RecycleBin(tenant);
    this.roles = new Roles(tenant);
    this.audits = new DirectoryAudits(tenant);
  }

  Reply answer(Call call) {
    try {
      var caller = call.caller();
      if (caller.isEmpty()) {
        return unauthorized(call);
      }
      if (call.isWrite() && !caller.get().mayWrite()) {
        throw GraphError.denied();
      }
      return withinBudget(call, caller.get());
    } catch (GraphError e) {
      return Reply.error(e.status(), e.code(), e.sentence(), call, clock);
    } catch (RuntimeException e) {
      // a mistake of the sandbox itself: without this the HTTP server would cut the connection
      return Reply.error(500, "generalException", "The sandbox failed: " + e, call, clock);
    }
  }

  private Reply unauthorized(Call call) {
    String what =
        call.header("Authorization").isEmpty()
            ? "Access token is empty."
            : "Access token is invalid.";
    return Reply.error(401, "InvalidAuthenticationToken", what, call, clock)
        .with("WWW-Authenticate", "Bearer realm=\"\"");
  }

  private Reply withinBudget(Call call, AppRegistration caller) {
    Throttles.Budget budget;
    if (call.isWrite()) {
      budget = Throttles.Budget.WRITES;
    } else if (call.asksForSignInActivity()) {
      budget = Throttles.Budget.SIGN_IN_ACTIVITY;
    } else {
      return route(call, caller);
    }
    var wait = throttles.admit(caller, budget);
    double share = throttles.share(caller, budget);
    var reply =
        wait.isPresent()
            ? Reply.error(429, "TooManyRequests", "Please retry again later.", call, clock)
                .with("Retry-After", Long.toString(wait.get().toSeconds()))
                .with("x-ms-throttle-information", budget.information())
                .with(
                    "x-ms-throttle-scope",
                    "Tenant_Application/%s/%s/%s"
                        .formatted(call.isWrite() ? "ReadWrite" : "Read", caller.appId(), tenantId))
            : route(call, caller);
    return share < 0.8
        ? reply
        : reply.with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.1f", share));
  }

  private Reply route(Call call, AppRegistration caller) {
    var initiator = new Initiator.App(caller);
    return switch (call.method() + " " + call.template()) {
      case "GET /users" -> users.list(call);
      case "GET /users/{id}" -> users.get(call);
      case "PATCH /users/{id}" -> users.patch(call, initiator);
      case "DELETE /users/{id}" -> users.delete(call, initiator);
      case "GET /users/{id}/sponsors" -> users.sponsors(call);
      case "GET /users/{id}/manager" -> users.manager(call);
      case "GET /users/{id}/transitiveMemberOf" ->
          users.memberships(call, Membership.class, "directoryObjects");
      case "GET /users/{id}/transitiveMemberOf/graph.group" ->
          users.memberships(call, Membership.Group.class, "groups");
      case "GET /users/{id}/transitiveMemberOf/graph.directoryRole" ->
          users.memberships(call, Membership.DirectoryRole.class, "directoryRoles");
      case "GET /roleManagement/directory/roleAssignments" -> roles.list(call);
      case "GET /directory/deletedItems/graph.user" -> bin.list(call);
      case "GET /directory/deletedItems/{id}" -> bin.get(call);
      case "POST /directory/deletedItems/{id}/restore" -> bin.restore(call, initiator);
      case "GET /auditLogs/directoryAudits" -> audits.list(call);
      default ->
          throw new GraphError(
              400,
              "BadRequest",
              "The sandbox does not answer %s %s.".formatted(call.method(), call.template()));
    };
  }
}
