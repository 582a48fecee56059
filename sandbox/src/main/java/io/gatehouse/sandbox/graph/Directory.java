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
  private final Consents consents;
  private final String tenantId;
  private final Users users;
  private final UserLinks links;
  private final UserChanges changes;
  private final Groups groups;
  private final RecycleBin bin;
  private final Roles roles;
  private final DirectoryAudits audits;
  private final Organizations organizations;

  Directory(Tenant tenant, Clock clock, Throttles throttles, Consents consents, Set<Quirk> quirks) {
    this.clock = clock;
    this.throttles = throttles;
    this.consents = consents;
    this.tenantId = tenant.id();
    var protection = new Protection(tenant);
    this.users = new Users(tenant, quirks);
    this.links = new UserLinks(tenant);
    this.changes = new UserChanges(tenant, protection);
    this.groups = new Groups(tenant);
    this.bin = new RecycleBin(tenant, protection, quirks);
    this.roles = new Roles(tenant, quirks);
    this.audits = new DirectoryAudits(tenant);
    this.organizations = new Organizations(tenant);
  }

  Reply answer(Call call) {
    try {
      var caller = call.caller();
      if (caller.isEmpty()) {
        return unauthorized(call);
      }
      var permissions = consents.of(caller.get());
      if (!Permissions.allow(call, permissions)) {
        throw GraphError.denied();
      }
      return withinBudget(call, caller.get(), permissions);
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

  private Reply withinBudget(Call call, AppRegistration caller, Set<String> permissions) {
    var budget = Budget.of(call);
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
            : route(call, new Initiator.App(caller), permissions);
    return share < 0.8
        ? reply
        : reply.with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.1f", share));
  }

  private Reply route(Call call, Initiator initiator, Set<String> permissions) {
    return switch (call.method() + " " + call.template()) {
      case "GET /users" -> users.list(call, permissions);
      case "GET /users/{id}" -> users.get(call, permissions);
      case "PATCH /users/{id}" -> changes.patch(call, initiator);
      case "DELETE /users/{id}" -> changes.delete(call, initiator);
      case "GET /users/{id}/sponsors" -> links.sponsors(call, permissions);
      case "GET /users/{id}/manager" -> links.manager(call, permissions);
      case "GET /users/{id}/ownedObjects" -> links.ownedObjects(call, permissions);
      case "GET /users/{id}/transitiveMemberOf" ->
          links.memberships(call, permissions, Membership.class, "directoryObjects");
      case "GET /users/{id}/transitiveMemberOf/graph.group" ->
          links.memberships(call, permissions, Membership.Group.class, "groups");
      case "GET /users/{id}/transitiveMemberOf/graph.directoryRole" ->
          links.memberships(call, permissions, Membership.DirectoryRole.class, "directoryRoles");
      case "GET /groups/{id}" -> groups.get(call, permissions);
      case "GET /groups/{id}/members" -> groups.members(call, permissions);
      case "GET /groups/{id}/owners" -> groups.owners(call, permissions);
      case "GET /applications/{id}/owners" -> groups.applicationOwners(call, permissions);
      case "GET /roleManagement/directory/roleAssignments" -> roles.assignments(call);
      case "GET /roleManagement/directory/roleAssignmentScheduleInstances" ->
          roles.assignmentInstances(call);
      case "GET /roleManagement/directory/roleEligibilityScheduleInstances" ->
          roles.eligibilityInstances(call);
      case "GET /directory/deletedItems/graph.user" -> bin.list(call);
      case "GET /directory/deletedItems/{id}" -> bin.get(call);
      case "POST /directory/deletedItems/{id}/restore" -> bin.restore(call, initiator);
      case "GET /auditLogs/directoryAudits" -> audits.list(call);
      case "GET /organization" -> organizations.list(call);
      default ->
          throw new GraphError(
              400,
              "BadRequest",
              "The sandbox does not answer %s %s.".formatted(call.method(), call.template()));
    };
  }
}
