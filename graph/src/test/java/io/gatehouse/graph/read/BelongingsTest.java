package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.LicenceMissing;
import io.gatehouse.graph.GraphFailure.Refused;
import io.gatehouse.graph.StubGraph;
import io.gatehouse.graph.read.OwnedRef.Kind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BelongingsTest {

  private static final String ID = "11111111-0000-0000-0000-000000000001";

  private StubGraph graph;

  @BeforeEach
  void start() throws IOException {
    graph = new StubGraph();
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void memberships_are_collected_over_all_pages() {
    graph
        .answers(
            page(
                member("group", "g1", ",\"mailEnabled\":true,\"isAssignableToRole\":true"),
                "/users/x/transitiveMemberOf?$skiptoken=2"))
        .answers(
            page(member("directoryRole", "r1", ""), "/users/x/transitiveMemberOf?$skiptoken=3"))
        .answers(page(""));

    assertThat(graph.reader().memberships(ID))
        .isEqualTo(
            new Memberships(List.of(new GroupRef("g1", true, true)), List.of("r1"), List.of()));
    assertThat(graph.asked()).hasSize(3);
    assertThat(graph.asked().getFirst().target())
        .endsWith("/transitiveMemberOf?$select=id,mailEnabled,isAssignableToRole");
  }

  @Test
  void units_and_unknown_containers_are_no_groups() {
    graph.answers(
        page(member("administrativeUnit", "u1", "") + "," + member("somethingNew", "s", "")));

    assertThat(graph.reader().memberships(ID))
        .isEqualTo(new Memberships(List.of(), List.of(), List.of("u1")));
  }

  @Test
  void no_answer_about_role_assignability_means_no_only_for_a_group_that_was_readable() {
    graph.answers(
        page(
            member("group", "g1", ",\"mailEnabled\":false,\"isAssignableToRole\":null")
                + ","
                + member("group", "g2", "")));

    var memberships = graph.reader().memberships(ID);

    assertThat(memberships.groups())
        .containsExactly(new GroupRef("g1", false, false), new GroupRef("g2", null, null));
    assertThat(memberships.groups()).extracting(GroupRef::readable).containsExactly(true, false);
    assertThat(memberships.readable()).isFalse();
  }

  @Test
  void a_guest_without_groups_is_readable() {
    graph.answers(page(""));

    assertThat(graph.reader().memberships(ID).readable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"x\"} | @odata.type is not given",
        "{\"@odata.type\":\"#microsoft.graph.group\"} | id is not an object id",
        "{\"@odata.type\":\"#microsoft.graph.group\",\"id\":\"g\",\"mailEnabled\":\"no\"} | mailEnabled is not true or false",
        "{\"@odata.type\":\"#microsoft.graph.group\",\"id\":\"g\",\"isAssignableToRole\":1} | isAssignableToRole is not true or false"
      })
  void half_a_list_of_memberships_or_belongings_is_broken_as_a_whole(String entry, String why) {
    graph.answers(page(entry)).answers(page(entry));

    var memberships =
        catchThrowableOfType(GraphException.class, () -> graph.reader().memberships(ID));
    var owned = catchThrowableOfType(GraphException.class, () -> graph.reader().ownedObjects(ID));

    assertThat(memberships.failure()).isEqualTo(new BrokenAnswer(why));
    assertThat(owned.failure()).isEqualTo(new BrokenAnswer(why));
  }

  @Test
  void owned_objects_are_told_apart_by_type_over_all_pages() {
    graph
        .answers(
            page(
                member("group", "g1", ",\"mailEnabled\":false,\"isAssignableToRole\":true")
                    + ","
                    + member("group", "g2", ""),
                "/users/x/ownedObjects?$skiptoken=2"))
        .answers(
            page(
                member("application", "a", "")
                    + ","
                    + member("servicePrincipal", "s", "")
                    + ","
                    + member("device", "d", "")));

    assertThat(graph.reader().ownedObjects(ID))
        .containsExactly(
            new OwnedRef("g1", Kind.GROUP, true),
            new OwnedRef("g2", Kind.GROUP, null),
            new OwnedRef("a", Kind.APPLICATION, null),
            new OwnedRef("s", Kind.SERVICE_PRINCIPAL, null),
            new OwnedRef("d", Kind.OTHER, null));
  }

  @Test
  void eligible_roles_are_asked_for_by_principal_and_come_as_definitions() {
    graph
        .answers(
            page(
                "{\"id\":\"i1\",\"roleDefinitionId\":\"d1\"}",
                "/roleManagement/directory/roleEligibilityScheduleInstances?$skiptoken=2"))
        .answers(page("{\"id\":\"i2\",\"roleDefinitionId\":\"d2\"}"));

    assertThat(graph.reader().eligibleRoles(ID)).containsExactly("d1", "d2");
    assertThat(graph.asked().getFirst().target())
        .isEqualTo(
            "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances?$filter=principalId eq '%s'"
                .formatted(ID));
  }

  @Test
  void an_eligibility_without_a_role_is_broken_and_not_skipped() {
    graph.answers(page("{\"id\":\"i1\",\"roleDefinitionId\":null}"));

    assertThat(failureOfEligibleRoles())
        .isEqualTo(new BrokenAnswer("roleDefinitionId is not an object id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BadRequest", "TenantNotOnboarded"})
  void a_tenant_without_eligible_roles_is_the_callers_to_judge_and_no_empty_list(String code) {
    graph
        .answers(StubGraph.error(400, "AadPremiumLicenseRequired"))
        .answers(StubGraph.error(400, code))
        .answers(StubGraph.error(403, code));

    assertThat(failureOfEligibleRoles()).isEqualTo(new LicenceMissing());
    assertThat(failureOfEligibleRoles()).isInstanceOf(Refused.class);
    assertThat(failureOfEligibleRoles()).isEqualTo(new Forbidden(code));
  }

  private GraphFailure failureOfEligibleRoles() {
    return catchThrowableOfType(GraphException.class, () -> graph.reader().eligibleRoles(ID))
        .failure();
  }

  private static String member(String type, String id, String more) {
    return "{\"@odata.type\":\"#microsoft.graph.%s\",\"id\":\"%s\"%s}".formatted(type, id, more);
  }

  private static StubGraph.Answer page(String entries) {
    return StubGraph.json(200, "{\"value\":[%s]}".formatted(entries));
  }

  private StubGraph.Answer page(String entries, String next) {
    return StubGraph.json(
        200,
        "{\"value\":[%s],\"@odata.nextLink\":\"%s%s\"}".formatted(entries, graph.base(), next));
  }
}
