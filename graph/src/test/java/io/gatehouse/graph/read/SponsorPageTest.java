package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.StubGraph;
import io.gatehouse.graph.read.SponsorRef.Kind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SponsorPageTest {

  private static final String ANN = "11111111-0000-0000-0000-000000000001";
  private static final String BEN = "11111111-0000-0000-0000-000000000002";

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
  void sponsors_come_with_what_was_asked_of_them() {
    graph.answers(
        page(
            """
            {"id":"%s","sponsors":[
              {"@odata.type":"#microsoft.graph.user","id":"u","displayName":"Anna",
               "accountEnabled":true,"mail":"anna@example.com","userType":"Member"},
              {"@odata.type":"#microsoft.graph.user","id":"v","accountEnabled":false,
               "mail":null,"userType":null},
              {"@odata.type":"#microsoft.graph.group","id":"g","mail":"team@example.com"}]}\
            """
                .formatted(ANN)));

    assertThat(graph.reader().sponsors(null, 50).guests())
        .containsExactly(
            new GuestSponsors(
                ANN,
                List.of(
                    new ListedSponsor(
                        "u", Kind.USER, "Anna", true, "anna@example.com", "Member", true),
                    new ListedSponsor("v", Kind.USER, null, false, null, null, true),
                    new ListedSponsor(
                        "g", Kind.GROUP, null, null, "team@example.com", null, true))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'@odata.type':'#microsoft.graph.user'",
        "'@odata.type':'#microsoft.graph.user','mail':'anna@example.com'",
        "'@odata.type':'#microsoft.graph.user','accountEnabled':true,'mail':null",
        "'@odata.type':'#microsoft.graph.group'",
        "'@odata.type':'#microsoft.graph.orgContact','mail':'anna@example.com'",
        "'accountEnabled':true,'mail':null,'userType':'Member'"
      })
  void nothing_may_be_concluded_from_a_sponsor_whose_properties_graph_left_out(String shown) {
    graph.answers(
        page(
            "{\"id\":\"%s\",\"sponsors\":[{\"id\":\"u\",%s}]}"
                .formatted(ANN, shown.replace('\'', '"'))));

    var sponsors = graph.reader().sponsors(null, 50).guests().getFirst().sponsors();

    assertThat(sponsors).singleElement().returns(false, ListedSponsor::detailed);
  }

  @Test
  void an_empty_list_says_that_nobody_vouches() {
    graph.answers(page("{\"id\":\"%s\",\"sponsors\":[]}".formatted(ANN)));

    var page = graph.reader().sponsors(null, 50);

    assertThat(page.guests()).containsExactly(new GuestSponsors(ANN, List.of()));
    assertThat(page.untold()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':'#'}",
        "{'id':'#','sponsors':null}",
        "{'id':'#','sponsors':{}}",
        "{'id':'#','sponsors':[null]}",
        "{'id':'#','sponsors':[{'mail':'anna@example.com'}]}",
        "{'id':'#','sponsors':[{'id':'u','accountEnabled':'yes'}]}",
        "{'sponsors':[]}",
        "{'id':7,'sponsors':[]}",
        "null",
        "[]"
      })
  void a_guest_whose_sponsors_were_not_told_is_no_guest_without_sponsor(String entry) {
    graph.answers(
        page(
            entry.replace('\'', '"').replace("#", ANN)
                + ",{\"id\":\"%s\",\"sponsors\":[]}".formatted(BEN)));

    var page = graph.reader().sponsors(null, 50);

    assertThat(page.guests()).containsExactly(new GuestSponsors(BEN, List.of()));
    assertThat(page.untold()).isEqualTo(1);
  }

  @Test
  void the_query_expands_sponsors_without_sign_in_activity_and_without_advanced_queries() {
    graph.answers(page(""));

    graph.reader().sponsors(null, 999);

    var asked = graph.asked().getFirst();
    assertThat(asked.target())
        .startsWith("/v1.0/users?")
        .contains(
            "$filter=userType eq 'Guest'",
            "$select=id&",
            "$expand=sponsors($select=id,displayName,accountEnabled,mail,userType)",
            "$top=999")
        .doesNotContain("signInActivity", "$count");
    assertThat(asked.header("ConsistencyLevel")).isNull();
    assertThat(asked.header("x-ms-throttle-priority")).isEqualTo("Low");
  }

  @Test
  void twenty_pages_in_a_minute_cost_no_sign_in_reads() {
    var link = graph.base() + "/users?$skiptoken=2";
    graph.answers(StubGraph.json(200, "{\"value\":[],\"@odata.nextLink\":\"%s\"}".formatted(link)));
    assertThat(graph.reader().sponsors(null, 5).nextLink()).isEqualTo(link);

    for (var page = 0; page < 20; page++) {
      graph.answers(page(""));
      assertThat(graph.reader().sponsors(link, 5).nextLink()).isNull();
    }

    assertThat(graph.asked().getLast().target()).isEqualTo("/v1.0/users?$skiptoken=2");
    assertThat(graph.asked().getLast().header("x-ms-throttle-priority")).isEqualTo("Low");
  }

  @Test
  void a_next_link_to_another_address_is_refused_when_it_comes_and_when_it_is_given() {
    var link = "https://elsewhere.example.com/v1.0/users";
    graph.answers(StubGraph.json(200, "{\"value\":[],\"@odata.nextLink\":\"%s\"}".formatted(link)));

    var came = catchThrowableOfType(GraphException.class, () -> graph.reader().sponsors(null, 5));
    var given = catchThrowableOfType(GraphException.class, () -> graph.reader().sponsors(link, 5));

    assertThat(came.failure()).isEqualTo(new BrokenAnswer("a nextLink to another address"));
    assertThat(given.failure()).isEqualTo(new BrokenAnswer("a nextLink to another address"));
    assertThat(graph.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void a_page_size_that_graph_would_not_serve_is_refused_before_sending(int size) {
    assertThatThrownBy(() -> graph.reader().sponsors(null, size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A page of sponsors holds 1 to 999, and %d were asked for.", size);
    assertThat(graph.asked()).isEmpty();
  }

  private static StubGraph.Answer page(String entries) {
    return StubGraph.json(200, "{\"value\":[%s]}".formatted(entries));
  }
}
