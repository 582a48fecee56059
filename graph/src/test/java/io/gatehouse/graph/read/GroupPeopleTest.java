package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.NotFound;
import io.gatehouse.graph.StubGraph;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupPeopleTest {

  private static final String TEAM = "22222222-0000-0000-0000-000000000001";

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
  void owners_come_first_then_members_each_once_in_id_order_whatever_graphs_order() {
    graph.answers(page(user("o2"), user("o1"))).answers(page(user("m3"), user("o1"), user("m1")));

    assertThat(ids(graph.reader().groupPeople(TEAM, _ -> true, 10)))
        .containsExactly("o1", "o2", "m1", "m3");
  }

  @Test
  void only_people_count_and_not_groups_in_the_group_devices_or_applications() {
    graph
        .answers(page(of("servicePrincipal", "a"), user("o1")))
        .answers(page(of("group", "b"), of("device", "c"), user("m1")))
        .answers(page(of("servicePrincipal", "a"), user("o2"), user("o1")));

    assertThat(ids(graph.reader().groupPeople(TEAM, _ -> true, 10))).containsExactly("o1", "m1");
    assertThat(graph.reader().groupOwners(TEAM)).containsExactly("o1", "o2");
  }

  @Test
  void no_more_than_asked_for_are_returned_and_they_are_the_first_of_the_whole_group() {
    graph
        .answers(page(user("o1")))
        .answers(
            StubGraph.json(
                200,
                "{\"value\":[%s,%s],\"@odata.nextLink\":\"%s/groups/x/members?$skiptoken=2\"}"
                    .formatted(user("m9"), user("m8"), graph.base())))
        .answers(page(user("m1"), user("m5")));

    assertThat(ids(graph.reader().groupPeople(TEAM, _ -> true, 3)))
        .containsExactly("o1", "m1", "m5");
  }

  @Test
  void who_does_not_fit_takes_nobodys_place() {
    graph.answers(page(user("o1"))).answers(page(user("a"), user("b"), user("m9")));

    assertThat(ids(graph.reader().groupPeople(TEAM, person -> person.id().startsWith("m"), 1)))
        .containsExactly("m9");
  }

  @Test
  void owners_who_are_also_the_first_members_leave_room_for_other_members() {
    graph
        .answers(page(user("a"), user("b")))
        .answers(page(user("a"), user("b"), user("c"), user("d")));

    assertThat(ids(graph.reader().groupPeople(TEAM, _ -> true, 3))).containsExactly("a", "b", "c");
  }

  @Test
  void enough_owners_save_the_members_call() {
    graph.answers(page(user("o3"), user("o1"), user("o2")));

    assertThat(ids(graph.reader().groupPeople(TEAM, _ -> true, 2))).containsExactly("o1", "o2");
    assertThat(graph.asked()).hasSize(1);
  }

  @Test
  void a_person_is_read_with_everything_that_was_asked() {
    graph
        .answers(page())
        .answers(
            page(
                """
                {"@odata.type":"#microsoft.graph.user","id":"m1","displayName":"Anna",
                 "mail":"anna@example.com","userType":"Member","accountEnabled":true}\
                """));

    assertThat(graph.reader().groupPeople(TEAM, _ -> true, 5))
        .containsExactly(new Person("m1", "Anna", "anna@example.com", "Member", true));
    assertThat(graph.asked())
        .extracting(StubGraph.Asked::target)
        .containsExactly(
            "/v1.0/groups/%s/owners?$select=id,displayName,mail,userType,accountEnabled"
                .formatted(TEAM),
            "/v1.0/groups/%s/members?$select=id,displayName,mail,userType,accountEnabled&$top=999"
                .formatted(TEAM));
  }

  @Test
  void a_group_that_is_gone_is_not_found_and_no_group_without_people() {
    graph
        .answers(StubGraph.error(404, "Request_ResourceNotFound"))
        .answers(StubGraph.error(404, "Request_ResourceNotFound"));

    var people =
        catchThrowableOfType(
            GraphException.class, () -> graph.reader().groupPeople(TEAM, _ -> true, 5));
    var owners = catchThrowableOfType(GraphException.class, () -> graph.reader().groupOwners(TEAM));

    assertThat(people.failure()).isEqualTo(new NotFound());
    assertThat(owners.failure()).isEqualTo(new NotFound());
  }

  @Test
  void a_member_without_a_type_is_broken_because_it_could_be_a_person() {
    graph.answers(page()).answers(page("{\"id\":\"m1\"}"));

    var failed =
        catchThrowableOfType(
            GraphException.class, () -> graph.reader().groupPeople(TEAM, _ -> true, 5));

    assertThat(failed.failure()).isEqualTo(new BrokenAnswer("@odata.type is not given"));
  }

  @Test
  void asking_for_nobody_is_refused_before_sending() {
    assertThatThrownBy(() -> graph.reader().groupPeople(TEAM, _ -> true, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("At least one person of a group must be asked for, got 0.");
    assertThat(graph.asked()).isEmpty();
  }

  private static List<String> ids(List<Person> people) {
    return people.stream().map(Person::id).toList();
  }

  private static String user(String id) {
    return of("user", id);
  }

  private static String of(String type, String id) {
    return "{\"@odata.type\":\"#microsoft.graph.%s\",\"id\":\"%s\"}".formatted(type, id);
  }

  private static StubGraph.Answer page(String... entries) {
    return StubGraph.json(200, "{\"value\":[%s]}".formatted(String.join(",", entries)));
  }
}
