package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.graph.StubGraph;
import io.gatehouse.graph.read.SponsorRef.Kind;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectoryReaderTest {

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
  void sponsors_are_people_groups_or_something_else() {
    graph.answers(
        StubGraph.json(
            200,
            """
            {"value":[{"@odata.type":"#microsoft.graph.user","id":"u"},
                      {"@odata.type":"#microsoft.graph.group","id":"g"},
                      {"@odata.type":"#microsoft.graph.orgContact","id":"o"},{"id":"n"}]}\
            """));

    assertThat(graph.reader().sponsors(ID))
        .containsExactly(
            new SponsorRef("u", Kind.USER),
            new SponsorRef("g", Kind.GROUP),
            new SponsorRef("o", Kind.OTHER),
            new SponsorRef("n", Kind.OTHER));
  }

  @Test
  void a_next_link_that_leads_back_ends_the_reading() {
    var loop = graph.base() + "/users/x/transitiveMemberOf?$skiptoken=1";
    graph.answers(members("group", "g", loop)).answers(members("group", "g", loop));

    var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().memberships(ID));

    assertThat(failed.failure()).isEqualTo(new BrokenAnswer("a nextLink that leads back"));
  }

  @Test
  void a_token_never_follows_a_membership_link_to_another_host() throws IOException {
    try (var elsewhere = new StubGraph()) {
      graph.answers(members("group", "g", elsewhere.base() + "/more"));

      var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().memberships(ID));

      assertThat(failed.failure()).isEqualTo(new BrokenAnswer("a nextLink to another address"));
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void a_deleted_guest_without_a_date_is_broken() {
    graph.answers(StubGraph.json(200, "{\"id\":\"%s\"}".formatted(ID)));

    var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().deleted(ID));

    assertThat(failed.failure()).isEqualTo(new BrokenAnswer("deletedDateTime is not given"));
  }

  @Test
  void pages_and_fresh_looks_share_the_ten_sign_in_reads_of_a_minute() {
    for (var call = 0; call < 5; call++) {
      graph.answers(StubGraph.json(200, "{\"value\":[]}"));
      graph.answers(StubGraph.json(200, "{\"id\":\"%s\"}".formatted(ID)));
      graph.reader().guests(null, 500);
      graph.reader().guest(ID);
    }

    var held = catchThrowableOfType(GraphException.class, () -> graph.reader().guest(ID));

    assertThat(held.failure()).isInstanceOf(Throttled.class);
    assertThat(graph.asked()).hasSize(10);
    graph.answers(StubGraph.json(200, "{\"id\":\"%s\"}".formatted(ID)));
    assertThat(graph.reader().person(ID).id()).isEqualTo(ID);
  }

  @Test
  void a_cheap_look_at_an_account_spends_no_sign_in_read() {
    graph.answers(
        StubGraph.json(
            200, "{\"id\":\"%s\",\"accountEnabled\":false,\"userType\":\"Guest\"}".formatted(ID)));
    graph.answers(StubGraph.json(200, "{\"id\":\"%s\",\"accountEnabled\":null}".formatted(ID)));

    assertThat(graph.reader().account(ID)).contains(new Account(ID, false, "Guest"));
    assertThat(graph.reader().account(ID)).contains(new Account(ID, null, null));
    assertThat(graph.asked())
        .extracting(StubGraph.Asked::target)
        .containsOnly("/v1.0/users/%s?$select=id,accountEnabled,userType".formatted(ID));
  }

  @Test
  void an_account_that_is_not_there_is_none_and_one_that_is_hidden_is_a_failure() {
    graph
        .answers(StubGraph.error(404, "Request_ResourceNotFound"))
        .answers(StubGraph.html(404))
        .answers(StubGraph.error(403, "Authorization_RequestDenied"))
        .answers(StubGraph.json(200, "{\"id\":\"%s\",\"accountEnabled\":0}".formatted(ID)));

    assertThat(graph.reader().account(ID)).isEmpty();
    for (var kind : List.of(BrokenAnswer.class, Forbidden.class, BrokenAnswer.class)) {
      var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().account(ID));
      assertThat(failed.failure()).isInstanceOf(kind);
    }
  }

  static Stream<BiConsumer<DirectoryReader, String>> callsById() {
    return Stream.of(
        (reader, id) -> reader.guest(id),
        (reader, id) -> reader.person(id),
        (reader, id) -> reader.sponsors(id),
        (reader, id) -> reader.managerId(id),
        (reader, id) -> reader.memberships(id),
        (reader, id) -> reader.roleAssignments(id),
        (reader, id) -> reader.eligibleRoles(id),
        (reader, id) -> reader.ownedObjects(id),
        (reader, id) -> reader.groupOwners(id),
        (reader, id) -> reader.groupPeople(id, _ -> true, 5),
        (reader, id) -> reader.account(id),
        (reader, id) -> reader.deleted(id));
  }

  @ParameterizedTest
  @MethodSource("callsById")
  void an_id_that_is_none_is_refused_before_anything_is_sent(
      BiConsumer<DirectoryReader, String> call) {
    for (var id : List.of("", " ", "ann@example.com", "x' or id ne '", "../users")) {
      assertThatThrownBy(() -> call.accept(graph.reader(), id))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith("nothing was sent to Graph.");
    }
    assertThat(graph.asked()).isEmpty();
  }

  private static StubGraph.Answer members(String type, String id, String nextLink) {
    return StubGraph.json(
        200,
        "{\"value\":[{\"@odata.type\":\"#microsoft.graph.%s\",\"id\":\"%s\"}],\"@odata.nextLink\":\"%s\"}"
            .formatted(type, id, nextLink));
  }
}
