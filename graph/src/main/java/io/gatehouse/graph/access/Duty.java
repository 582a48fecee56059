package io.gatehouse.graph.access;

import static io.gatehouse.graph.access.Need.need;

import io.gatehouse.graph.access.Need.Weight;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an app registration of Gatehouse is for, and the application permissions it needs: no fewer,
 * and no more. Source: Learn, permissions reference; a test holds it to the calls that are made.
 */
public enum Duty {
  /** Scans, and finding sponsors. */
  READER("scans and finding sponsors", Reading.NEEDS),
  /** The look right before an effect: Graph counts sign-in reads per registration. */
  LOOKER("the look before an effect", Reading.NEEDS),
  /** Changes of accounts, and nothing else. */
  WRITER(
      "disable, enable, delete, restore",
      List.of(
          need(
              "User.EnableDisableAccount.All",
              Weight.VITAL,
              "disable and enable accounts",
              "no account can be disabled or given back",
              "PATCH /users/{id}"),
          need(
              "User.DeleteRestore.All",
              Weight.VITAL,
              "delete softly and restore",
              "no account can be deleted or restored",
              "DELETE /users/{id}",
              "POST /directory/deletedItems/{id}/restore"),
          need(
              "User.Read.All",
              Weight.VITAL,
              "Graph asks for it beside the first",
              "Graph refuses to change accountEnabled",
              "PATCH /users/{id}")));

  /** The same for both that read. */
  private static final class Reading {
    static final List<Need> NEEDS =
        List.of(
            need(
                "User.Read.All",
                Weight.VITAL,
                "guests, their sponsors and managers, the recycle bin",
                "no guest can be read",
                "GET /users",
                "GET /users/{id}",
                "GET /users/{id}/sponsors",
                "GET /users/{id}/manager",
                "GET /users/{id}/ownedObjects",
                "GET /users/{id}/transitiveMemberOf",
                "GET /directory/deletedItems/{id}"),
            need(
                "AuditLog.Read.All",
                Weight.VITAL,
                "dates of sign-ins, and who invited whom",
                "no date of a sign-in can be read, so nobody is due",
                "GET /auditLogs/directoryAudits"),
            need(
                "GroupMember.Read.All",
                Weight.VITAL,
                "members and owners of sponsoring groups, what groups a guest is in",
                "groups cannot answer for guests, and guests in groups cannot be judged",
                "GET /groups/{id}/members",
                "GET /groups/{id}/owners",
                "GET /users/{id}/transitiveMemberOf"),
            need(
                "RoleManagement.Read.Directory",
                Weight.VITAL,
                "directory roles of guests",
                "holders of roles cannot be told apart, so nobody is disabled",
                "GET /roleManagement/directory/roleAssignments"),
            need(
                "RoleEligibilitySchedule.Read.Directory",
                Weight.WITH_P2,
                "roles a guest may activate",
                "with guards.eligibleRoles nobody is disabled; a tenant without Entra ID P2 sets it to false",
                "GET /roleManagement/directory/roleEligibilityScheduleInstances"));
  }

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Need> needs;

  Duty(String words, List<Need> needs) {
    this.words = words;
    this.needs = needs;
  }

  /** For what, in words. */
  public String words() {
    return words;
  }

  public List<Need> needs() {
    return needs;
  }

  /** The names of all permissions. */
  public Set<String> permissions() {
    return needs.stream().map(Need::permission).collect(Collectors.toUnmodifiableSet());
  }
}
