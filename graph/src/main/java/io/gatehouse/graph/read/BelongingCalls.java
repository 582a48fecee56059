package io.gatehouse.graph.read;

import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.ObjectId;
import io.gatehouse.graph.read.OwnedRef.Kind;
import java.util.ArrayList;
import java.util.List;

/** What an account belongs to, what belongs to it, and which roles it has or could take. */
record BelongingCalls(GraphConnection graph, ObjectCalls calls) {

  private static final GraphCall MEMBERSHIPS = read("GET /users/{id}/transitiveMemberOf");
  private static final GraphCall OWNED = read("GET /users/{id}/ownedObjects");
  private static final GraphCall ROLES = read("GET /roleManagement/directory/roleAssignments");
  private static final GraphCall ELIGIBLE =
      read("GET /roleManagement/directory/roleEligibilityScheduleInstances");

  private static final String GROUP = "#microsoft.graph.group";
  private static final String[] SELECT = {"id", "mailEnabled", "isAssignableToRole"};

  Memberships memberships(String id) {
    var memberOf = graph.requests().users().byUserId(ObjectId.require(id)).transitiveMemberOf();
    var groups = new ArrayList<GroupRef>();
    var roles = new ArrayList<String>();
    var units = new ArrayList<String>();
    calls.each(
        MEMBERSHIPS,
        memberOf.toGetRequestInformation(get -> get.queryParameters.select = SELECT),
        link -> memberOf.withUrl(link).toGetRequestInformation(),
        member -> {
          switch (member.type()) {
            case GROUP -> groups.add(GroupRef.of(member));
            case "#microsoft.graph.directoryRole" -> roles.add(member.id());
            case "#microsoft.graph.administrativeUnit" -> units.add(member.id());
            default -> {} // other kinds of container give no rights that a guard looks for
          }
        });
    return new Memberships(groups, roles, units);
  }

  List<OwnedRef> owned(String id) {
    var owned = graph.requests().users().byUserId(ObjectId.require(id)).ownedObjects();
    return calls.all(
        OWNED,
        owned.toGetRequestInformation(get -> get.queryParameters.select = SELECT),
        link -> owned.withUrl(link).toGetRequestInformation(),
        BelongingCalls::ownedRef);
  }

  List<String> roleAssignments(String principalId) {
    var assignments = graph.requests().roleManagement().directory().roleAssignments();
    var filter = ofPrincipal(principalId);
    return calls.all(
        ROLES,
        assignments.toGetRequestInformation(get -> get.queryParameters.filter = filter),
        link -> assignments.withUrl(link).toGetRequestInformation(),
        assignment -> assignment.objectId("roleDefinitionId"));
  }

  List<String> eligibleRoles(String principalId) {
    var instances =
        graph.requests().roleManagement().directory().roleEligibilityScheduleInstances();
    var filter = ofPrincipal(principalId);
    return calls.all(
        ELIGIBLE,
        instances.toGetRequestInformation(get -> get.queryParameters.filter = filter),
        link -> instances.withUrl(link).toGetRequestInformation(),
        instance -> instance.objectId("roleDefinitionId"));
  }

  private static OwnedRef ownedRef(Properties owned) {
    return switch (owned.type()) {
      case GROUP -> {
        var group = GroupRef.of(owned);
        yield new OwnedRef(group.id(), Kind.GROUP, group.roleAssignable());
      }
      case "#microsoft.graph.application" -> new OwnedRef(owned.id(), Kind.APPLICATION, null);
      case "#microsoft.graph.servicePrincipal" ->
          new OwnedRef(owned.id(), Kind.SERVICE_PRINCIPAL, null);
      default -> new OwnedRef(owned.id(), Kind.OTHER, null);
    };
  }

  private static String ofPrincipal(String id) {
    return "principalId eq '%s'".formatted(ObjectId.require(id));
  }

  private static GraphCall read(String asked) {
    return new GraphCall(asked, Bucket.READ);
  }
}
