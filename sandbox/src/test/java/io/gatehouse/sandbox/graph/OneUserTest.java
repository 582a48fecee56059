package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneUserTest extends ServedTenant {
  @Test
  void without_select_only_the_documented_default_comes() throws Exception {
    assertThat(observer.get(path(NamedGuest.PLAINLY_STALE)).json().keySet())
        .containsExactlyInAnyOrder(
            "@odata.context",
            "businessPhones",
            "displayName",
            "givenName",
            "jobTitle",
            "mail",
            "mobilePhone",
            "officeLocation",
            "preferredLanguage",
            "surname",
            "userPrincipalName",
            "id");
  }

  @Test
  void with_select_exactly_the_selected_properties_come() throws Exception {
    var user =
        observer
            .get(path(NamedGuest.PLAINLY_STALE), "$select", "accountEnabled,usertype,otherMails")
            .json();

    assertThat(user.keySet())
        .containsExactlyInAnyOrder("@odata.context", "accountEnabled", "userType", "otherMails");
    assertThat(user.get("accountEnabled").getAsBoolean()).isTrue();
  }

  private JsonObject signIns(NamedGuest guest) throws Exception {
    return observer.get(path(guest), "$select", "id,signInActivity").json();
  }

  @ParameterizedTest
  @CsvSource({
    "PLAINLY_STALE, 2025-01-26T08:00:00Z, 2025-01-26T08:00:00Z, 2025-01-26T08:00:00Z",
    "ACTIVE_INTERACTIVE, 2026-02-27T08:00:00Z, 2024-10-18T08:00:00Z, 2026-02-27T08:00:00Z",
    "ACTIVE_NON_INTERACTIVE, 2024-10-18T08:00:00Z, 2026-02-27T08:00:00Z, 2026-02-27T08:00:00Z",
    "ACTIVE_SUCCESSFUL, 2024-10-18T08:00:00Z, 2024-10-18T08:00:00Z, 2026-02-27T08:00:00Z",
    "EMPTY_DATES, '', '', ''",
    "YEAR_ONE, 0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
  })
  void the_three_dates_come_as_written(
      NamedGuest guest, String interactive, String nonInteractive, String successful)
      throws Exception {
    var dates = signIns(guest).getAsJsonObject("signInActivity");

    assertThat(dates.get("lastSignInDateTime").getAsString()).isEqualTo(interactive);
    assertThat(dates.get("lastNonInteractiveSignInDateTime").getAsString())
        .isEqualTo(nonInteractive);
    assertThat(dates.get("lastSuccessfulSignInDateTime").getAsString()).isEqualTo(successful);
  }

  @Test
  void null_dates_are_null_and_a_guest_who_never_signed_in_has_no_object() throws Exception {
    var nulls = signIns(NamedGuest.NULL_DATES).getAsJsonObject("signInActivity");

    assertThat(nulls.get("lastSignInDateTime").isJsonNull()).isTrue();
    assertThat(signIns(NamedGuest.NEVER_SIGNED_IN).has("signInActivity")).isFalse();
    assertThat(signIns(NamedGuest.CREATED_YESTERDAY).has("signInActivity")).isFalse();
  }

  @Test
  void a_hostile_display_name_arrives_unchanged() throws Exception {
    assertThat(observer.get(path(NamedGuest.HOSTILE_NAME)).json().get("displayName").getAsString())
        .isEqualTo(NamedGuest.HOSTILE_NAME.displayName())
        .startsWith("=HYPERLINK(")
        .contains("<script>", "\r\nBcc:", "\u202e");
  }

  @Test
  void sponsors_are_typed_objects() throws Exception {
    var sponsors = observer.get(path(NamedGuest.PLAINLY_STALE) + "/sponsors").value();

    assertThat(sponsors).hasSize(1);
    assertThat(sponsors.getFirst().get("@odata.type").getAsString())
        .isEqualTo("#microsoft.graph.user");
    assertThat(sponsors.getFirst().get("id").getAsString()).isEqualTo(tenant.idOf(Employee.BORIS));
    assertThat(observer.get(path(NamedGuest.NO_SPONSOR) + "/sponsors").value()).isEmpty();
  }

  @Test
  void a_manager_comes_or_is_not_found() throws Exception {
    var manager = observer.get(path(NamedGuest.SPONSOR_SILENT) + "/manager", "$select", "id");

    assertThat(manager.json().get("id").getAsString()).isEqualTo(tenant.idOf(Employee.BORIS));
    var none = observer.get(path(NamedGuest.NO_SPONSOR) + "/manager");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.code()).isEqualTo("Request_ResourceNotFound");
  }

  @Test
  void the_sponsor_who_left_is_still_there_but_disabled() throws Exception {
    var sponsor =
        observer
            .get(path(NamedGuest.SPONSOR_GONE) + "/sponsors", "$select", "id,accountEnabled")
            .value()
            .getFirst();

    assertThat(sponsor.get("accountEnabled").getAsBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'', 2", "/graph.group, 1", "/microsoft.graph.directoryRole, 1"})
  void memberships_can_be_cast(String cast, int count) throws Exception {
    var memberships =
        observer.get(path(NamedGuest.ROLE_HOLDER) + "/transitiveMemberOf" + cast).value();

    assertThat(memberships).hasSize(count).allMatch(m -> m.has("@odata.type"));
  }

  @Test
  void role_assignments_are_found_by_principal() throws Exception {
    String of = "principalId eq '%s'";
    String url = "/roleManagement/directory/roleAssignments";

    var holder =
        observer.get(url, "$filter", of.formatted(tenant.idOf(NamedGuest.ROLE_HOLDER))).value();
    var other = observer.get(url, "$filter", of.formatted(tenant.idOf(NamedGuest.EXCLUDED)));

    assertThat(holder).hasSize(1);
    assertThat(holder.getFirst().get("roleDefinitionId").getAsString()).isNotEmpty();
    assertThat(other.value()).isEmpty();
  }

  @Test
  void an_unknown_user_is_not_found_and_the_error_body_is_the_one_of_graph() throws Exception {
    var answer =
        observer
            .with("client-request-id", "mine")
            .get("/users/00000000-0000-0000-0000-000000000000");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("Request_ResourceNotFound");
    var inner = answer.json().getAsJsonObject("error").getAsJsonObject("innerError");
    assertThat(inner.get("date").getAsString()).isEqualTo("2026-03-02T08:00:00");
    assertThat(inner.get("request-id").getAsString()).isEqualTo(answer.header("request-id"));
    assertThat(inner.get("client-request-id").getAsString()).isEqualTo("mine");
    assertThat(answer.header("client-request-id")).isEqualTo("mine");
  }

  private List<String> issuers(NamedGuest guest) throws Exception {
    return observer
        .get(path(guest), "$select", "identities")
        .json()
        .getAsJsonArray("identities")
        .asList()
        .stream()
        .map(identity -> identity.getAsJsonObject().get("issuer").getAsString())
        .toList();
  }

  @Test
  void an_invited_guest_has_no_identity_elsewhere_until_it_redeems() throws Exception {
    assertThat(issuers(NamedGuest.REDEEMS_LATE)).containsExactly(Employee.HOST);

    tenant.redeem(tenant.idOf(NamedGuest.REDEEMS_LATE), clock.instant());

    assertThat(issuers(NamedGuest.REDEEMS_LATE)).contains("ExternalAzureAD");
    var now =
        observer
            .get(
                path(NamedGuest.REDEEMS_LATE),
                "$select",
                "externalUserState,externalUserStateChangeDateTime")
            .json();
    assertThat(now.get("externalUserState").getAsString()).isEqualTo("Accepted");
    assertThat(now.get("externalUserStateChangeDateTime").getAsString())
        .isEqualTo("2026-03-02T08:00:00Z");
  }

  @Test
  void an_internal_guest_and_an_external_member_are_told_apart_by_their_identities()
      throws Exception {
    assertThat(issuers(NamedGuest.INTERNAL_GUEST)).containsExactly(Employee.HOST);
    assertThat(issuers(NamedGuest.EXTERNAL_MEMBER)).contains("ExternalAzureAD");
    assertThat(
            observer
                .get(path(NamedGuest.INTERNAL_GUEST), "$select", "creationType,externalUserState")
                .json()
                .asMap()
                .values())
        .filteredOn(value -> value.isJsonNull())
        .hasSize(2);
  }

  @Test
  void an_address_may_stand_among_the_other_mails_only() throws Exception {
    var user = observer.get(path(NamedGuest.OTHER_MAIL), "$select", "mail,otherMails").json();

    assertThat(user.get("mail").isJsonNull()).isTrue();
    assertThat(user.getAsJsonArray("otherMails").asList())
        .extracting(mail -> mail.getAsString())
        .containsExactly(NamedGuest.OTHER_MAIL.mail());
  }

  @Test
  void what_the_schema_never_leaves_null_is_not_null() throws Exception {
    var user =
        observer
            .get(
                path(NamedGuest.NO_ADDRESS),
                "$select",
                "birthday,hireDate,deviceEnrollmentLimit,assignedLicenses,proxyAddresses")
            .json();

    assertThat(user.asMap().values()).hasSize(6).noneMatch(value -> value.isJsonNull());
  }
}
