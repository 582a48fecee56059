package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

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
  void a_role_holder_can_be_neither_disabled_nor_deleted() throws Exception {
    assertThat(actor.patch(path(NamedGuest.ROLE_HOLDER), DISABLE).code())
        .isEqualTo("Authorization_RequestDenied");
    assertThat(actor.delete(path(NamedGuest.ROLE_HOLDER)).status()).isEqualTo(403);
    assertThat(tenant.guest(NamedGuest.ROLE_HOLDER).accountEnabled()).isTrue();
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

  @Test
  void the_audit_log_is_read_by_activity_target_and_time() throws Exception {
    actor.patch(path(GUEST), DISABLE);
    clock.pass(Duration.ofHours(1));
    actor.delete(path(NamedGuest.EXCLUDED));
    String url = "/auditLogs/directoryAudits";

    assertThat(observer.get(url).value()).hasSize(2);
    var disable = observer.get(url, "$filter", "activityDisplayName eq 'Disable account'").value();
    assertThat(disable).hasSize(1);
    assertThat(disable.getFirst().get("activityDateTime").getAsString())
        .isEqualTo("2026-03-02T08:00:00.0000000Z");
    assertThat(
            disable
                .getFirst()
                .getAsJsonObject("initiatedBy")
                .getAsJsonObject("app")
                .get("appId")
                .getAsString())
        .isEqualTo(AppRegistration.ACTOR.appId());
    String target = "targetResources/any(t:t/id eq '%s')".formatted(tenant.idOf(GUEST));
    assertThat(observer.get(url, "$filter", target).value()).isEqualTo(disable);
    assertThat(observer.get(url, "$filter", "activityDateTime ge 2026-03-02T08:30:00Z").value())
        .hasSize(1)
        .isNotEqualTo(disable);
  }
}
