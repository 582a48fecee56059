package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsTest extends ServedTenant {
  private static final String GROUP = "#microsoft.graph.group";

  private JsonObject only(String path, String... options) throws Exception {
    var found = observer.get(path, options).value();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<String> texts(List<JsonObject> objects, String property) {
    return objects.stream().map(o -> o.get(property).getAsString()).toList();
  }

  @Test
  void a_group_may_be_a_sponsor_and_shows_what_groups_have_of_what_is_selected() throws Exception {
    var sponsor =
        only(
            path(NamedGuest.GROUP_SPONSOR) + "/sponsors",
            "$select",
            "id,displayName,mail,mailEnabled,accountEnabled");

    assertThat(sponsor.keySet())
        .containsExactlyInAnyOrder("@odata.type", "id", "displayName", "mail", "mailEnabled");
    assertThat(sponsor.get("@odata.type").getAsString()).isEqualTo(GROUP);
    assertThat(sponsor.get("mail").isJsonNull()).isTrue();
    assertThat(sponsor.get("mailEnabled").getAsBoolean()).isFalse();
  }

  @Test
  void the_people_of_a_group_are_typed_paged_and_selected() throws Exception {
    String id = only(path(NamedGuest.GROUP_SPONSOR) + "/sponsors").get("id").getAsString();

    var first = observer.get("/groups/" + id + "/members", "$select", "id,mail", "$top", "2");
    var rest = observer.follow(first.json().get("@odata.nextLink").getAsString());

    assertThat(first.value()).hasSize(2).allMatch(m -> m.has("mail") && !m.has("displayName"));
    assertThat(texts(first.value(), "@odata.type")).containsOnly("#microsoft.graph.user");
    assertThat(rest.json().has("@odata.nextLink")).isFalse();
    assertThat(texts(rest.value(), "id"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(texts(first.value(), "id"));
    assertThat(observer.get("/groups/" + id + "/owners").value()).isEmpty();
    var group = observer.get("/groups/" + id, "$select", "id,displayName").json();
    assertThat(group.keySet()).containsExactlyInAnyOrder("@odata.context", "id", "displayName");
  }

  @Test
  void an_unknown_group_is_not_found() throws Exception {
    String nobody = "/groups/00000000-0000-0000-0000-000000000000";

    assertThat(observer.get(nobody).status()).isEqualTo(404);
    assertThat(observer.get(nobody + "/members").status()).isEqualTo(404);
    assertThat(observer.get(nobody + "/owners").code()).isEqualTo("Request_ResourceNotFound");
  }

  @Test
  void five_sponsors_come_with_the_list_of_users_when_expanded() throws Exception {
    var guests =
        observer
            .get(
                "/users",
                "$filter",
                GUESTS,
                "$select",
                "id",
                "$expand",
                "sponsors($select=id,accountEnabled,mail,userType,displayName)")
            .value();

    var five =
        guests.stream()
            .filter(g -> g.get("id").getAsString().equals(tenant.idOf(NamedGuest.FIVE_SPONSORS)))
            .findFirst()
            .orElseThrow();
    assertThat(five.keySet()).containsExactlyInAnyOrder("id", "sponsors");
    assertThat(five.getAsJsonArray("sponsors").asList())
        .hasSize(5)
        .allSatisfy(sponsor ->
            assertThat(sponsor.getAsJsonObject().keySet())
                .containsExactlyInAnyOrder(
                    "@odata.type", "id", "accountEnabled", "mail", "userType", "displayName"))
        .anyMatch(sponsor -> !sponsor.getAsJsonObject().get("accountEnabled").getAsBoolean())
        .anyMatch(sponsor -> sponsor.getAsJsonObject().get("mail").isJsonNull());
    assertThat(guests).allMatch(g -> g.has("sponsors"));
  }

  @Test
  void a_sponsor_who_is_a_guest_shows_its_user_type() throws Exception {
    var sponsor = only(path(NamedGuest.SPONSOR_IS_GUEST) + "/sponsors", "$select", "id,userType");

    assertThat(sponsor.get("userType").getAsString()).isEqualTo("Guest");
    assertThat(observer.get(path(NamedGuest.SPONSOR_DELETED) + "/sponsors").value()).isEmpty();
  }

  @Test
  void a_group_nobody_may_read_shows_its_id_and_type_only() throws Exception {
    server.turnOn(Quirk.GROUPS_UNREADABLE);

    var sponsor = only(path(NamedGuest.GROUP_SPONSOR) + "/sponsors", "$select", "id,mail");
    var expanded =
        observer
            .get(path(NamedGuest.GROUP_SPONSOR), "$expand", "sponsors($select=id,mail)")
            .json()
            .getAsJsonArray("sponsors")
            .get(0)
            .getAsJsonObject();

    assertThat(sponsor.keySet()).containsExactlyInAnyOrder("@odata.type", "id");
    assertThat(expanded).isEqualTo(sponsor);
    assertThat(observer.get("/groups/" + sponsor.get("id").getAsString()).status()).isEqualTo(403);
    assertThat(observer.get(path(NamedGuest.MAIL_ONLY) + "/transitiveMemberOf").value())
        .hasSize(2)
        .allMatch(m -> m.keySet().size() == 2);
  }

  @ParameterizedTest
  @CsvSource({
    "ROLE_ASSIGNABLE_MEMBER, isAssignableToRole, true",
    "MAIL_ONLY, mailEnabled, true",
    "FOREIGN_MANAGED, displayName, Synchronized from Fabrikam"
  })
  void memberships_tell_what_a_guard_looks_for(NamedGuest guest, String property, String value)
      throws Exception {
    var groups =
        observer
            .get(
                path(guest) + "/transitiveMemberOf",
                "$select",
                "id,displayName,mail,mailEnabled,securityEnabled,isAssignableToRole")
            .value();

    assertThat(texts(groups, property)).contains(value);
  }

  @Test
  void roles_and_restricted_units_are_memberships_too() throws Exception {
    var holder = observer.get(path(NamedGuest.ROLE_HOLDER) + "/transitiveMemberOf").value();
    var restricted = observer.get(path(NamedGuest.RESTRICTED_UNIT) + "/transitiveMemberOf").value();

    assertThat(texts(holder, "@odata.type"))
        .containsExactlyInAnyOrder(GROUP, "#microsoft.graph.directoryRole");
    assertThat(texts(restricted, "@odata.type"))
        .containsExactlyInAnyOrder(GROUP, "#microsoft.graph.administrativeUnit");
    assertThat(
            observer
                .get(path(NamedGuest.RESTRICTED_UNIT), "$select", "isManagementRestricted")
                .json()
                .get("isManagementRestricted")
                .getAsBoolean())
        .isTrue();
  }

  @Test
  void an_object_selected_by_another_types_property_shows_only_that_it_is_there() throws Exception {
    var role =
        only(
            path(NamedGuest.ROLE_HOLDER) + "/transitiveMemberOf/graph.directoryRole",
            "$select",
            "id,mailEnabled");

    assertThat(role.keySet()).containsExactlyInAnyOrder("@odata.type", "id");
    assertThat(
            observer
                .get(
                    path(NamedGuest.ROLE_HOLDER) + "/transitiveMemberOf",
                    "$select",
                    "id,favouriteColour")
                .status())
        .isEqualTo(400);
  }

  @Test
  void owned_groups_and_applications_are_typed() throws Exception {
    var group =
        only(path(NamedGuest.SOLE_OWNER) + "/ownedObjects", "$select", "id,isAssignableToRole");
    var application = only(path(NamedGuest.APPLICATION_OWNER) + "/ownedObjects");

    assertThat(group.get("@odata.type").getAsString()).isEqualTo(GROUP);
    assertThat(group.get("isAssignableToRole").getAsBoolean()).isFalse();
    assertThat(application.get("@odata.type").getAsString())
        .isEqualTo("#microsoft.graph.application");
    assertThat(observer.get(path(NamedGuest.PLAINLY_STALE) + "/ownedObjects").value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SOLE_OWNER, 1", "CO_OWNER, 2"})
  void the_owners_of_a_group_tell_who_is_the_last(NamedGuest guest, int owners) throws Exception {
    String id = only(path(guest) + "/ownedObjects").get("id").getAsString();

    assertThat(texts(observer.get("/groups/" + id + "/owners").value(), "id"))
        .hasSize(owners)
        .contains(tenant.idOf(guest));
  }

  @Test
  void the_owners_of_an_application_need_a_permission_that_no_registration_has() throws Exception {
    String id = only(path(NamedGuest.APPLICATION_OWNER) + "/ownedObjects").get("id").getAsString();
    assertThat(observer.get("/applications/" + id + "/owners").status()).isEqualTo(403);

    server.consents().give(AppRegistration.OBSERVER, "Application.Read.All");

    assertThat(only("/applications/" + id + "/owners").get("id").getAsString())
        .isEqualTo(tenant.idOf(NamedGuest.APPLICATION_OWNER));
    assertThat(
            only(path(NamedGuest.APPLICATION_OWNER) + "/ownedObjects")
                .get("displayName")
                .getAsString())
        .isEqualTo("Supplier Orders");
    assertThat(observer.get("/applications/" + tenant.id() + "/owners").status()).isEqualTo(404);
  }

  @Test
  void the_organization_is_the_tenant_and_was_never_synchronized() throws Exception {
    var organization = only("/organization", "$select", "id,onPremisesSyncEnabled");

    assertThat(organization.keySet()).containsExactlyInAnyOrder("id", "onPremisesSyncEnabled");
    assertThat(organization.get("id").getAsString()).isEqualTo(tenant.id());
    assertThat(organization.get("onPremisesSyncEnabled").isJsonNull()).isTrue();
    assertThat(observer.get("/organization", "$select", "favouriteColour").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "roleEligibilityScheduleInstances, ELIGIBLE_ROLE, ROLE_HOLDER",
    "roleAssignmentScheduleInstances, ROLE_HOLDER, ELIGIBLE_ROLE",
    "roleAssignments, ROLE_HOLDER, ELIGIBLE_ROLE"
  })
  void who_may_activate_a_role_and_who_has_one_are_two_lists(
      String list, NamedGuest in, NamedGuest out) throws Exception {
    String url = "/roleManagement/directory/" + list;

    var found = only(url, "$filter", "principalId eq '%s'".formatted(tenant.idOf(in)));

    assertThat(found.get("roleDefinitionId").getAsString()).isNotEmpty();
    assertThat(found.get("directoryScopeId").getAsString()).isEqualTo("/");
    assertThat(
            observer.get(url, "$filter", "principalId eq '%s'".formatted(tenant.idOf(out))).value())
        .isEmpty();
  }

  @Test
  void role_schedules_need_a_p2_licence_and_assignments_do_not() throws Exception {
    server.turnOn(Quirk.NO_P2_LICENCE);
    String roles = "/roleManagement/directory/";

    assertThat(observer.get(roles + "roleEligibilityScheduleInstances").code())
        .isEqualTo("AadPremiumLicenseRequired");
    assertThat(observer.get(roles + "roleAssignmentScheduleInstances").status()).isEqualTo(400);
    assertThat(observer.get(roles + "roleAssignments").status()).isEqualTo(200);
  }
}
