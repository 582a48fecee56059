package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.LicenceMissing;
import io.gatehouse.graph.GraphFailure.NotFound;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.graph.StubGraph;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationPageTest {

  private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant AT = Instant.parse("2026-02-20T09:14:51.3131893Z");
  private static final String WHEN = "\"activityDateTime\":\"" + AT + "\"";
  private static final String TARGET = "\"targetResources\":[{\"id\":\"g\",\"type\":\"User\"}]";

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
  void an_invitation_by_a_person_names_the_person() {
    graph.answers(
        page(
            """
            {%s,"result":"success","initiatedBy":{"app":null,"user":{"id":"henry",
             "userPrincipalName":"henry@example.com","homeTenantName":"outside the CSDL"}},
             "targetResources":[{"id":null,"type":"Other"},{"id":"g","Type":"User"}]}\
            """
                .formatted(WHEN)));

    assertThat(graph.reader().invitations(FROM, null).invitations())
        .containsExactly(new Invitation("g", AT, "henry", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'displayName':'Microsoft.Azure.SyncFabric','appId':null}",
        "{'displayName':null,'appId':'Microsoft.Azure.SyncFabric'}"
      })
  void an_invitation_by_an_application_names_the_application(String app) {
    graph.answers(
        page(
            "{%s,%s,\"initiatedBy\":{\"user\":null,\"app\":%s}}"
                .formatted(WHEN, TARGET, app.replace('\'', '"'))));

    assertThat(graph.reader().invitations(FROM, null).invitations())
        .containsExactly(new Invitation("g", AT, null, "Microsoft.Azure.SyncFabric"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",'initiatedBy':null",
        ",'initiatedBy':{}",
        ",'initiatedBy':{'user':{'id':''}}",
        ",'initiatedBy':{'user':{'displayName':'Henry'},'app':{}}"
      })
  void an_invitation_by_nobody_known_still_tells_when(String by) {
    graph.answers(page("{%s,%s%s}".formatted(WHEN, TARGET, by.replace('\'', '"'))));

    assertThat(graph.reader().invitations(FROM, null).invitations())
        .containsExactly(new Invitation("g", AT, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{@when}",
        "{@when,'targetResources':null}",
        "{@when,'targetResources':[]}",
        "{@when,'targetResources':'g'}",
        "{@when,'targetResources':[{'type':'User'}]}",
        "{@when,'targetResources':[{'id':null,'type':'User'}]}",
        "{@when,'targetResources':[{'id':'','type':'User'}]}",
        "{@when,'targetResources':[{'id':'g','type':'Group'}]}",
        "{@when,'targetResources':[{'id':'g'}]}",
        "{@target}",
        "{'activityDateTime':'','targetResources':[{'id':'g','type':'User'}]}",
        "{@when,@target,'result':'failure'}",
        "{@when,@target,'initiatedBy':'henry'}",
        "null",
        "7"
      })
  void an_entry_that_names_no_guest_or_no_date_or_failed_is_skipped_and_counted(String entry) {
    graph.answers(
        page(
            entry.replace('\'', '"').replace("@when", WHEN).replace("@target", TARGET)
                + ",{%s,%s}".formatted(WHEN, TARGET)));

    var page = graph.reader().invitations(FROM, null);

    assertThat(page.invitations()).containsExactly(new Invitation("g", AT, null, null));
    assertThat(page.skipped()).isEqualTo(1);
    assertThat(page.requestId()).isEqualTo("graph-1");
  }

  @Test
  void the_first_page_asks_for_invitations_since_a_time_and_a_link_is_followed_as_it_came() {
    var link = graph.base() + "/auditLogs/directoryAudits?$skiptoken=2";
    graph
        .answers(StubGraph.json(200, "{\"value\":[],\"@odata.nextLink\":\"%s\"}".formatted(link)))
        .answers(page(""));

    var first = graph.reader().invitations(FROM, null);
    var second = graph.reader().invitations(FROM, first.nextLink());

    assertThat(first.nextLink()).isEqualTo(link);
    assertThat(second.nextLink()).isNull();
    assertThat(graph.asked())
        .extracting(StubGraph.Asked::target)
        .containsExactly(
            "/v1.0/auditLogs/directoryAudits?$filter=activityDisplayName eq 'Invite external user'"
                + " and activityDateTime ge 2026-02-01T00:00:00Z&$top=999",
            "/v1.0/auditLogs/directoryAudits?$skiptoken=2");
  }

  @Test
  void a_next_link_to_another_address_is_refused() {
    var elsewhere = "https://elsewhere.example.com/v1.0/auditLogs/directoryAudits";

    assertThat(failureOf(elsewhere)).isEqualTo(new BrokenAnswer("a nextLink to another address"));
    assertThat(graph.asked()).isEmpty();
  }

  @Test
  void the_sixth_page_in_ten_seconds_waits_without_being_sent() {
    for (var page = 0; page < 5; page++) {
      graph.answers(page(""));
      graph.reader().invitations(FROM, null);
    }

    assertThat(failureOf(null)).isEqualTo(new Throttled(Duration.ofSeconds(11)));
    assertThat(graph.asked()).hasSize(5);
  }

  @Test
  void a_log_that_is_not_served_is_a_failure_and_no_month_without_invitations() {
    graph
        .answers(StubGraph.error(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant"))
        .answers(StubGraph.error(404, "Request_ResourceNotFound"))
        .answers(StubGraph.json(200, "{}"));

    assertThat(failureOf(null)).isEqualTo(new LicenceMissing());
    assertThat(failureOf(null)).isEqualTo(new NotFound());
    assertThat(failureOf(null)).isInstanceOf(BrokenAnswer.class);
  }

  private GraphFailure failureOf(@Nullable String nextLink) {
    return catchThrowableOfType(
            GraphException.class, () -> graph.reader().invitations(FROM, nextLink))
        .failure();
  }

  private static StubGraph.Answer page(String entries) {
    return StubGraph.json(200, "{\"value\":[%s]}".formatted(entries));
  }
}
