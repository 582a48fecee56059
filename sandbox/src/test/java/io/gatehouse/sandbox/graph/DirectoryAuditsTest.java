package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryAuditsTest extends ServedTenant {
  private static final String DISABLE = "{\"accountEnabled\":false}";
  private static final String INVITED = "activityDisplayName eq 'Invite external user'";

  @BeforeEach
  void read_as_often_as_needed() {
    server.throttles().off();
  }

  private List<JsonObject> read(String filter) throws Exception {
    var answer = observer.get("/auditLogs/directoryAudits", "$filter", filter);
    assertThat(answer.status()).isEqualTo(200);
    return answer.value();
  }

  private static String about(String id) {
    return "targetResources/any(t:t/id eq '%s')".formatted(id);
  }

  private JsonObject invitationOf(NamedGuest guest) throws Exception {
    var found = read(INVITED + " and " + about(tenant.idOf(guest)));
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void a_change_is_found_by_activity_target_and_time() throws Exception {
    actor.patch(path(NamedGuest.PLAINLY_STALE), DISABLE);
    clock.pass(Duration.ofHours(1));
    actor.delete(path(NamedGuest.EXCLUDED));

    var disable = read("activityDisplayName eq 'Disable account'");
    assertThat(disable).hasSize(1);
    assertThat(disable.getFirst().get("activityDateTime").getAsString())
        .isEqualTo("2026-03-02T08:00:00.0000000Z");
    assertThat(read(about(tenant.idOf(NamedGuest.PLAINLY_STALE)))).isEqualTo(disable);
    assertThat(read("activityDateTime ge 2026-03-02T08:30:00Z")).hasSize(1).isNotEqualTo(disable);
    assertThat(
            read(
                "activityDateTime le 2026-03-02T08:30:00Z and activityDateTime ge"
                    + " 2026-03-02T08:00:00Z"))
        .contains(disable.getFirst());
  }

  @Test
  void what_an_application_did_names_the_application_and_no_user() throws Exception {
    actor.patch(path(NamedGuest.PLAINLY_STALE), DISABLE);

    var by =
        read("initiatedBy/app/appId eq '%s'".formatted(AppRegistration.ACTOR.appId()))
            .getFirst()
            .getAsJsonObject("initiatedBy");

    assertThat(by.get("user").isJsonNull()).isTrue();
    assertThat(by.getAsJsonObject("app").get("appId").getAsString())
        .isEqualTo(AppRegistration.ACTOR.appId());
  }

  @Test
  void an_invitation_names_its_inviter_by_object_id_and_tells_the_address() throws Exception {
    var invitation = invitationOf(NamedGuest.INVITER_KNOWN);

    var user = invitation.getAsJsonObject("initiatedBy").getAsJsonObject("user");
    assertThat(user.get("id").getAsString()).isEqualTo(tenant.idOf(Employee.HENRY));
    assertThat(user.get("userPrincipalName").getAsString()).isEqualTo(Employee.HENRY.mail());
    assertThat(invitation.get("loggedByService").getAsString()).isEqualTo("Invited Users");
    assertThat(invitation.getAsJsonArray("additionalDetails").asList())
        .extracting(d -> d.getAsJsonObject().get("key").getAsString())
        .contains("InvitationId", "invitedUserEmailAddress", "oid", "tid", "ipaddr", "wids");
    assertThat(
            invitation
                .getAsJsonArray("targetResources")
                .get(0)
                .getAsJsonObject()
                .get("type")
                .getAsString())
        .isEqualTo("User");
  }

  @Test
  void an_invitation_by_synchronization_has_no_person_behind_it() throws Exception {
    var by = invitationOf(NamedGuest.SYNC_INVITED).getAsJsonObject("initiatedBy");

    assertThat(by.get("user").isJsonNull()).isTrue();
    assertThat(by.getAsJsonObject("app").get("displayName").getAsString())
        .isEqualTo("Microsoft.Azure.SyncFabric");
  }

  @Test
  void an_entry_is_gone_after_thirty_days() throws Exception {
    actor.patch(path(NamedGuest.PLAINLY_STALE), DISABLE);

    clock.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(read("activityDisplayName eq 'Disable account'")).hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    assertThat(read("activityDisplayName eq 'Disable account'")).isEmpty();
    assertThat(tenant.auditLog()).hasSize(1);
  }

  @Test
  void the_pages_go_from_the_newest_to_the_oldest_and_new_entries_push_none_out() throws Exception {
    for (var guest : List.of(NamedGuest.EXCLUDED, NamedGuest.NO_SPONSOR, NamedGuest.COMES_BACK)) {
      actor.patch(path(guest), DISABLE);
      clock.pass(Duration.ofMinutes(1));
    }
    int all = read("activityDateTime ge 2026-01-01T00:00:00Z").size();
    var seen = new ArrayList<String>();

    var page = observer.get("/auditLogs/directoryAudits", "$top", "2");
    actor.patch(path(NamedGuest.PLAINLY_STALE), DISABLE);
    while (true) {
      page.value().forEach(e -> seen.add(e.get("activityDateTime").getAsString()));
      if (!page.json().has("@odata.nextLink")) {
        break;
      }
      page = observer.follow(page.json().get("@odata.nextLink").getAsString());
    }

    assertThat(seen).hasSize(all).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void a_filter_that_graph_does_not_have_is_refused() throws Exception {
    assertThat(
            observer.get("/auditLogs/directoryAudits", "$filter", "result eq 'success'").status())
        .isEqualTo(400);
  }
}
