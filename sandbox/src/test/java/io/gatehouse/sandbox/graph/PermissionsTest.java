package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest extends ServedTenant {
  private static final NamedGuest GUEST = NamedGuest.PLAINLY_STALE;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users?$select=id,signInActivity",
        "/auditLogs/directoryAudits",
        "/organization",
        "/roleManagement/directory/roleAssignments",
        "/roleManagement/directory/roleAssignmentScheduleInstances",
        "/roleManagement/directory/roleEligibilityScheduleInstances",
        "/directory/deletedItems/graph.user"
      })
  void observer_and_looker_read_what_they_must(String path) throws Exception {
    assertThat(observer.follow(server.baseUrl() + path).status()).isEqualTo(200);
    assertThat(looker.follow(server.baseUrl() + path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users?$select=id,signInActivity",
        "/auditLogs/directoryAudits",
        "/roleManagement/directory/roleAssignments",
        "/roleManagement/directory/roleAssignmentScheduleInstances",
        "/roleManagement/directory/roleEligibilityScheduleInstances",
        "/groups/00000000-0000-0000-0000-000000000000/members"
      })
  void the_actor_reads_users_and_nothing_else(String path) throws Exception {
    var refused = actor.follow(server.baseUrl() + path);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("Authorization_RequestDenied");
    assertThat(actor.get(path(GUEST)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "User.Read.All, /users",
    "AuditLog.Read.All, /auditLogs/directoryAudits",
    "RoleManagement.Read.Directory, /roleManagement/directory/roleAssignments"
  })
  void a_permission_that_is_taken_closes_its_path_and_given_again_opens_it(
      String permission, String path) throws Exception {
    server.consents().take(AppRegistration.OBSERVER, permission);
    assertThat(observer.get(path).status()).isEqualTo(403);
    assertThat(looker.get(path).status()).isEqualTo(200);

    server.consents().give(AppRegistration.OBSERVER, permission);
    assertThat(observer.get(path).status()).isEqualTo(200);
  }

  @Test
  void one_of_several_permissions_is_enough() throws Exception {
    String path = "/roleManagement/directory/roleEligibilityScheduleInstances";
    server.consents().take(AppRegistration.OBSERVER, "RoleEligibilitySchedule.Read.Directory");
    assertThat(observer.get(path).status()).isEqualTo(200);

    server.consents().take(AppRegistration.OBSERVER, "RoleManagement.Read.Directory");
    assertThat(observer.get(path).status()).isEqualTo(403);
  }

  @Test
  void a_disable_needs_two_permissions_and_a_delete_one() throws Exception {
    server.consents().take(AppRegistration.ACTOR, "User.Read.All");

    assertThat(actor.patch(path(GUEST), "{\"accountEnabled\":false}").status()).isEqualTo(403);
    assertThat(actor.delete(path(GUEST)).status()).isEqualTo(204);
    assertThat(actor.post(binPath(GUEST) + "/restore").status()).isEqualTo(200);

    server.consents().take(AppRegistration.ACTOR, "User.DeleteRestore.All");
    assertThat(actor.delete(path(GUEST)).status()).isEqualTo(403);
  }

  @Test
  void without_the_audit_permission_a_user_is_readable_but_its_sign_ins_are_not() throws Exception {
    server.consents().take(AppRegistration.LOOKER, "AuditLog.Read.All");

    assertThat(looker.get(path(GUEST), "$select", "id").status()).isEqualTo(200);
    assertThat(looker.get(path(GUEST), "$select", "id,signInActivity").status()).isEqualTo(403);
    assertThat(server.served()).hasSize(2);
  }

  @Test
  void a_refusal_costs_no_budget() throws Exception {
    server.consents().take(AppRegistration.LOOKER, "AuditLog.Read.All");
    for (int i = 0; i < 11; i++) {
      assertThat(looker.get(path(GUEST), "$select", "signInActivity").status()).isEqualTo(403);
    }
  }
}
