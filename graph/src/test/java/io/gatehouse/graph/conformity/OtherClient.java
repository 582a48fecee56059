package io.gatehouse.graph.conformity;

import io.gatehouse.graph.conformity.SchemaType.Structured;
import io.gatehouse.sandbox.graph.GraphServer;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.SponsorLink;
import io.gatehouse.sandbox.tenant.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;

/** Any other client of the sandbox: it takes what Graph gives without $select, and all there is. */
record OtherClient(Schema schema, Tenant tenant, GraphServer server, URI base) {

  void asks() throws IOException {
    server.consents().give(AppRegistration.OBSERVER, "Application.Read.All");
    try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
      for (var target : targets()) {
        var request =
            HttpRequest.newBuilder(URI.create(base + target.replace(" ", "%20")))
                .header("Authorization", "Bearer " + AppRegistration.OBSERVER.token())
                .build();
        client.send(request, BodyHandlers.discarding());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private List<String> targets() {
    var guest = "/users/" + tenant.idOf(NamedGuest.ROLE_HOLDER);
    var group =
        "/groups/"
            + tenant.sponsorLinksOf(tenant.idOf(NamedGuest.GROUP_SPONSOR)).stream()
                .map(SponsorLink::id)
                .collect(Collectors.joining());
    var application =
        "/applications/"
            + tenant.ownedBy(tenant.idOf(NamedGuest.APPLICATION_OWNER)).getFirst().id();
    return List.of(
        "/users",
        "/users?$top=5&$filter=userType eq 'Guest'&$expand=sponsors",
        "/users/" + tenant.idOf(Employee.ANNA),
        guest,
        guest + "?$select=" + everything(),
        guest + "/sponsors",
        guest + "/transitiveMemberOf",
        guest + "/transitiveMemberOf/microsoft.graph.group",
        guest + "/transitiveMemberOf/microsoft.graph.directoryRole",
        "/users/" + tenant.idOf(NamedGuest.SPONSOR_GONE) + "/manager",
        "/users/" + tenant.idOf(NamedGuest.APPLICATION_OWNER) + "/ownedObjects",
        group,
        group + "/members",
        group + "/owners",
        application + "/owners",
        "/roleManagement/directory/roleAssignments",
        "/roleManagement/directory/roleAssignmentScheduleInstances",
        "/roleManagement/directory/roleEligibilityScheduleInstances",
        "/directory/deletedItems/microsoft.graph.user",
        "/auditLogs/directoryAudits",
        "/organization");
  }

  /**
   * Every property that the metadata knows of a user; what is reached by a path of its own is none.
   */
  private String everything() {
    var user = (Structured) schema.type("microsoft.graph.user").orElseThrow();
    return user.members().entrySet().stream()
        .filter(member -> !member.getValue().navigation())
        .map(member -> member.getKey())
        .collect(Collectors.joining(","));
  }
}
