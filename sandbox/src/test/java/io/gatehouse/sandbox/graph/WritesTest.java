package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritesTest extends ServedTenant {
  private static final String DISABLE =
      "{\"@odata.type\":\"#microsoft.graph.user\",\"accountEnabled\":false}";
  private static final NamedGuest GUEST = NamedGuest.PLAINLY_STALE;

  @Test
  void a_disable_shows_at_once_and_is_in_the_audit_log_once() throws Exception {
    var answer = actor.patch(path(GUEST), DISABLE);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(tenant.guest(GUEST).accountEnabled()).isFalse();
    assertThat(tenant.auditLog())
        .containsExactly(
            new AuditEntry(
                clock.instant(),
                "Disable account",
                tenant.idOf(GUEST),
                new Initiator.App(AppRegistration.ACTOR),
                answer.header("request-id")));
  }

  @Test
  void a_second_disable_changes_nothing_and_shows_in_the_book_of_requests_only() throws Exception {
    actor.patch(path(GUEST), DISABLE);
    actor.patch(path(GUEST), DISABLE);

    assertThat(tenant.auditLog()).hasSize(1);
    assertThat(server.served()).filteredOn(ServedRequest::isWrite).hasSize(2);
  }

  @Test
  void a_body_without_a_change_succeeds_and_does_nothing() throws Exception {
    assertThat(actor.patch(path(GUEST), "{}").status()).isEqualTo(204);
    assertThat(tenant.auditLog()).isEmpty();
    assertThat(tenant.guest(GUEST).accountEnabled()).isTrue();
  }

  @Test
  void a_body_that_is_no_json_object_or_no_boolean_is_refused() throws Exception {
    assertThat(actor.patch(path(GUEST), "").status()).isEqualTo(400);
    assertThat(actor.patch(path(GUEST), "[1]").status()).isEqualTo(400);
    assertThat(actor.patch(path(GUEST), "{\"accountEnabled\":\"no\"}").status()).isEqualTo(400);
    assertThat(tenant.auditLog()).isEmpty();
  }

  @Test
  void only_accountEnabled_may_be_written() throws Exception {
    assertThat(actor.patch(path(GUEST), "{\"displayName\":\"x\"}").status()).isEqualTo(403);
  }

  @Test
  void the_observer_reads_and_never_writes() throws Exception {
    assertThat(observer.patch(path(GUEST), DISABLE).code())
        .isEqualTo("Authorization_RequestDenied");
    assertThat(observer.delete(path(GUEST)).status()).isEqualTo(403);
    assertThat(observer.post(binPath(GUEST) + "/restore").status()).isEqualTo(403);
    assertThat(tenant.auditLog()).isEmpty();
  }

  @Test
  void a_stranger_does_not_even_read() throws Exception {
    try (var stranger = new GraphCaller(server, "guessed");
        var nobody = new GraphCaller(server, "")) {
      assertThat(stranger.get("/users").status()).isEqualTo(401);
      assertThat(nobody.get("/users").code()).isEqualTo("InvalidAuthenticationToken");
    }
  }

  @Test
  void a_user_mastered_on_premises_cannot_be_disabled_in_the_cloud() throws Exception {
    assertThat(actor.patch(path(NamedGuest.ON_PREMISES), DISABLE).status()).isEqualTo(400);
  }

  @Test
  void a_deleted_guest_is_gone_from_users_and_stands_in_the_bin_under_a_longer_name()
      throws Exception {
    String name = tenant.guest(GUEST).userPrincipalName();

    assertThat(actor.delete(path(GUEST)).status()).isEqualTo(204);

    assertThat(observer.get(path(GUEST)).status()).isEqualTo(404);
    assertThat(actor.patch(path(GUEST), DISABLE).status()).isEqualTo(404);
    assertThat(actor.delete(path(GUEST)).status()).isEqualTo(404);
    var inBin = observer.get(binPath(GUEST)).json();
    assertThat(inBin.get("userPrincipalName").getAsString())
        .isEqualTo(tenant.idOf(GUEST).replace("-", "") + name);
    assertThat(inBin.get("deletedDateTime").getAsString()).isEqualTo("2026-03-02T08:00:00Z");
  }

  @Test
  void the_bin_is_listed_under_both_casts_and_not_without() throws Exception {
    actor.delete(path(GUEST));

    assertThat(observer.get("/directory/deletedItems/graph.user").value()).hasSize(1);
    assertThat(
            observer
                .get(
                    "/directory/deletedItems/microsoft.graph.user", "$select", "id,deletedDateTime")
                .value()
                .getFirst()
                .keySet())
        .containsExactlyInAnyOrder("id", "deletedDateTime");
    assertThat(observer.get("/directory/deletedItems").status()).isEqualTo(400);
  }

  @Test
  void a_restored_guest_is_as_before_the_delete_disabled_included() throws Exception {
    var before = tenant.guest(GUEST);
    actor.patch(path(GUEST), DISABLE);
    actor.delete(path(GUEST));

    var answer = actor.post(binPath(GUEST) + "/restore");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("id").getAsString()).isEqualTo(before.id());
    var after = tenant.guest(GUEST);
    assertThat(after.userPrincipalName()).isEqualTo(before.userPrincipalName());
    assertThat(after.accountEnabled()).isFalse();
    assertThat(tenant.auditLog())
        .extracting(AuditEntry::activity)
        .containsExactly("Disable account", "Delete user", "Restore user");
  }

  @Test
  void the_bin_keeps_a_guest_for_thirty_days_and_not_a_second_longer() throws Exception {
    actor.delete(path(GUEST));

    clock.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(observer.get(binPath(GUEST)).status()).isEqualTo(200);

    clock.pass(Duration.ofSeconds(1));
    assertThat(observer.get(binPath(GUEST)).status()).isEqualTo(404);
    assertThat(actor.post(binPath(GUEST) + "/restore").status()).isEqualTo(404);
    assertThat(tenant.auditLog())
        .last()
        .extracting(AuditEntry::activity)
        .isEqualTo("Hard Delete user");
  }

  @ParameterizedTest
  @EnumSource(names = {"ROLE_HOLDER", "ROLE_ASSIGNABLE_MEMBER", "RESTRICTED_UNIT"})
  void the_protected_can_be_neither_disabled_nor_deleted(NamedGuest guest) throws Exception {
    assertThat(actor.patch(path(guest), DISABLE).code()).isEqualTo("Authorization_RequestDenied");
    assertThat(actor.delete(path(guest)).code()).isEqualTo("Authorization_RequestDenied");
    assertThat(tenant.guest(guest).accountEnabled()).isTrue();
    assertThat(tenant.auditLog()).isEmpty();
  }

  @Test
  void who_gains_a_role_can_be_disabled_before_and_not_after() throws Exception {
    assertThat(actor.patch(path(GUEST), DISABLE).status()).isEqualTo(204);

    tenant.gainRole(tenant.idOf(GUEST));

    assertThat(actor.patch(path(GUEST), "{\"accountEnabled\":true}").status()).isEqualTo(403);
    assertThat(actor.delete(path(GUEST)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(names = {"SOLE_OWNER", "APPLICATION_OWNER", "ELIGIBLE_ROLE", "INTERNAL_GUEST"})
  void graph_does_not_protect_those_whom_we_must_protect_ourselves(NamedGuest guest)
      throws Exception {
    assertThat(actor.patch(path(guest), DISABLE).status()).isEqualTo(204);
  }

  @Test
  void a_restored_role_holder_has_no_role_any_more() throws Exception {
    String id = tenant.idOf(NamedGuest.ROLE_HOLDER);
    tenant.delete(id, Initiator.ADMINISTRATOR, "by hand");

    assertThat(actor.post(binPath(NamedGuest.ROLE_HOLDER) + "/restore").status()).isEqualTo(200);

    assertThat(
            observer
                .get(
                    "/roleManagement/directory/roleAssignments",
                    "$filter",
                    "principalId eq '%s'".formatted(id))
                .value())
        .isEmpty();
    assertThat(observer.get("/users/" + id + "/transitiveMemberOf/graph.directoryRole").value())
        .isEmpty();
    assertThat(observer.get("/users/" + id + "/transitiveMemberOf/graph.group").value())
        .isNotEmpty();
  }

  @Test
  void a_restored_guest_is_in_its_groups_again() throws Exception {
    var before = groups(NamedGuest.MAIL_ONLY);
    actor.delete(path(NamedGuest.MAIL_ONLY));
    actor.post(binPath(NamedGuest.MAIL_ONLY) + "/restore");

    assertThat(before).hasSize(2);
    assertThat(groups(NamedGuest.MAIL_ONLY)).isEqualTo(before);
  }

  @Test
  void a_restore_may_lose_the_mail_enabled_groups() throws Exception {
    server.turnOn(Quirk.RESTORE_LOSES_MEMBERSHIPS);
    actor.delete(path(NamedGuest.MAIL_ONLY));
    actor.post(binPath(NamedGuest.MAIL_ONLY) + "/restore");

    assertThat(groups(NamedGuest.MAIL_ONLY)).containsExactly("Partner Portal Users");
  }

  private List<String> groups(NamedGuest guest) throws Exception {
    return observer.get(path(guest) + "/transitiveMemberOf/graph.group").value().stream()
        .map(group -> group.get("displayName").getAsString())
        .toList();
  }

  @Test
  void a_deleted_sponsor_vouches_for_nobody_and_a_deleted_manager_is_not_found() throws Exception {
    tenant.delete(tenant.idOf(Employee.CHIARA), Initiator.ADMINISTRATOR, "by hand");
    tenant.delete(tenant.idOf(Employee.BORIS), Initiator.ADMINISTRATOR, "by hand");

    assertThat(observer.get(path(NamedGuest.SPONSOR_SILENT) + "/sponsors").value()).isEmpty();
    assertThat(observer.get(path(NamedGuest.SPONSOR_SILENT) + "/manager").status()).isEqualTo(404);
  }
}
