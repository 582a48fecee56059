package io.gatehouse.sandbox.graph;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersListTest extends ServedTenant {
  private static final int GUEST_COUNT = NamedGuest.listed().size();

  private List<String> readAll(GraphCaller.Answer first) throws Exception {
    var ids = new ArrayList<String>();
    var page = first;
    while (true) {
      assertThat(page.status()).isEqualTo(200);
      page.value().forEach(u -> ids.add(u.get("id").getAsString()));
      JsonObject json = page.json();
      if (!json.has("@odata.nextLink")) {
        return ids;
      }
      page = observer.follow(json.get("@odata.nextLink").getAsString());
    }
  }

  private List<String> allGuestIds() {
    return tenant.guests().stream().map(User::id).toList();
  }

  @Test
  void following_nextLinks_shows_every_guest_once_and_no_employee() throws Exception {
    var first = observer.get("/users", "$filter", GUESTS, "$select", "id,mail", "$top", "5");

    assertThat(first.value()).hasSize(5);
    assertThat(readAll(first))
        .hasSize(GUEST_COUNT)
        .containsExactlyInAnyOrderElementsOf(allGuestIds());
  }

  @Test
  void a_nextLink_is_absolute_carries_the_query_and_hides_the_position() throws Exception {
    String link =
        observer
            .get("/users", "$filter", GUESTS, "$select", "id", "$top", "5")
            .json()
            .get("@odata.nextLink")
            .getAsString();

    assertThat(link)
        .startsWith(server.baseUrl() + "/users?")
        .contains("$select=id", "$top=5", "$skiptoken=")
        .doesNotContain(" ", allGuestIds().get(4));
  }

  @Test
  void a_guest_deleted_between_two_pages_pushes_no_other_guest_out() throws Exception {
    var first = observer.get("/users", "$filter", GUESTS, "$select", "id", "$top", "5");
    String shown = first.value().getFirst().get("id").getAsString();
    tenant.delete(shown, Initiator.ADMINISTRATOR, "by hand");

    assertThat(readAll(first)).hasSize(GUEST_COUNT).doesNotHaveDuplicates();
  }

  @Test
  void a_made_up_page_token_is_refused() throws Exception {
    var answer = observer.get("/users", "$skiptoken", "cGFnZTo3");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("Directory_ExpiredPageToken");
  }

  @ParameterizedTest
  @CsvSource({"id, '', 100", "id, 999, 999", "'id,signInActivity', 999, 500"})
  void a_page_holds_no_more_than_graph_allows(String select, String top, int size)
      throws Exception {
    tenant.addCrowd(1_200);

    var answer =
        top.isEmpty()
            ? observer.get("/users", "$select", select)
            : observer.get("/users", "$select", select, "$top", top);

    assertThat(answer.value()).hasSize(size);
  }

  @Test
  void only_an_advanced_query_is_told_the_count_and_only_on_the_first_page() throws Exception {
    String[] query = {"$filter", GUESTS, "$top", "5", "$count", "true"};
    assertThat(observer.get("/users", query).json().has("@odata.count")).isFalse();

    var first = observer.with("ConsistencyLevel", "eventual").get("/users", query).json();

    assertThat(first.get("@odata.count").getAsInt()).isEqualTo(GUEST_COUNT);
    var second = observer.follow(first.get("@odata.nextLink").getAsString()).json();
    assertThat(second.has("@odata.count")).isFalse();
  }

  @Test
  void an_empty_first_page_may_have_a_nextLink() throws Exception {
    server.turnOn(Quirk.EMPTY_FIRST_PAGE);

    var first = observer.get("/users", "$filter", GUESTS, "$select", "id");

    assertThat(first.value()).isEmpty();
    assertThat(readAll(first)).hasSize(GUEST_COUNT);
  }

  @Test
  void half_of_the_pages_can_be_lost_without_an_error() throws Exception {
    server.turnOn(Quirk.HALF_OF_THE_PAGES);

    assertThat(readAll(observer.get("/users", "$filter", GUESTS, "$top", "3")))
        .hasSize(GUEST_COUNT / 2);
  }

  @Test
  void all_sign_in_dates_can_be_lost_without_an_error() throws Exception {
    server.turnOn(Quirk.NO_SIGN_IN_DATES);

    var page = observer.get("/users", "$filter", GUESTS, "$select", "id,signInActivity");

    assertThat(page.value()).hasSize(GUEST_COUNT).noneMatch(u -> u.has("signInActivity"));
  }

  @Test
  void a_filter_on_the_last_sign_in_works_alone() throws Exception {
    var page =
        observer.get(
            "/users",
            "$filter",
            "signInActivity/lastSignInDateTime le 2025-02-01T00:00:00Z",
            "$select",
            "id");

    assertThat(page.value().stream().map(u -> u.get("id").getAsString()))
        .contains(tenant.idOf(NamedGuest.PLAINLY_STALE))
        .doesNotContain(tenant.idOf(NamedGuest.ACTIVE_INTERACTIVE));
  }

  @Test
  void guests_created_before_a_day_can_be_asked_for() throws Exception {
    var page =
        observer.get(
            "/users",
            "$filter",
            "userType eq 'Guest' and createdDateTime le 2020-01-01T00:00:00Z",
            "$select",
            "id");

    assertThat(page.value().stream().map(u -> u.get("id").getAsString()))
        .containsExactly(tenant.idOf(NamedGuest.NULL_DATES));
  }

  @Test
  void a_short_page_still_has_a_nextLink() throws Exception {
    server.turnOn(Quirk.SHORT_PAGE);

    var first = observer.get("/users", "$filter", GUESTS, "$select", "id", "$top", "10");

    assertThat(first.value()).hasSize(5);
    assertThat(readAll(first)).hasSize(GUEST_COUNT);
  }

  @Test
  void a_nextLink_can_be_lost_in_the_middle() throws Exception {
    server.turnOn(Quirk.LOST_NEXT_LINK);

    assertThat(readAll(observer.get("/users", "$filter", GUESTS, "$select", "id", "$top", "10")))
        .hasSize(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "creationType eq 'Invitation' and userType eq 'Member' | EXTERNAL_MEMBER",
        "creationType eq null and userType eq 'Guest' | INTERNAL_GUEST",
        "accountEnabled eq false and userType eq 'Guest' | ALREADY_DISABLED",
        "createdDateTime ge 2026-02-28T00:00:00Z | CREATED_YESTERDAY"
      })
  void a_filter_finds_one(String filter, NamedGuest guest) throws Exception {
    assertThat(readAll(observer.get("/users", "$filter", filter, "$select", "id")))
        .containsExactly(tenant.idOf(guest));
  }

  @Test
  void pending_invitations_can_be_asked_for_in_the_spelling_of_the_schema() throws Exception {
    var page =
        observer.get(
            "/users",
            "$filter",
            "externalUserState eq 'PendingAcceptance'",
            "$select",
            "id,externalUserState");

    assertThat(page.value())
        .extracting(u -> u.get("id").getAsString())
        .contains(tenant.idOf(NamedGuest.PENDING_INVITATION));
    assertThat(page.value())
        .extracting(u -> u.get("externalUserState").getAsString())
        .containsOnly("PendingAcceptance");
  }

  @Test
  void up_to_fifteen_ids_can_be_asked_for_at_once() throws Exception {
    var wanted = allGuestIds().subList(3, 18);
    String filter = wanted.stream().map("id eq '%s'"::formatted).collect(joining(" or "));

    assertThat(readAll(observer.get("/users", "$filter", filter, "$select", "id", "$top", "4")))
        .isEqualTo(wanted);
    assertThat(observer.get("/users", "$filter", filter + " or id eq 'x'").status()).isEqualTo(400);
  }

  @Test
  void a_list_may_lag_behind_what_a_read_by_id_shows() throws Exception {
    tenant.listLag(Duration.ofMinutes(5));
    clock.pass(Duration.ofHours(1));
    String id = tenant.idOf(NamedGuest.PLAINLY_STALE);
    actor.patch("/users/" + id, "{\"accountEnabled\":false}");

    var fresh = observer.get("/users/" + id, "$select", "accountEnabled").json();
    assertThat(fresh.get("accountEnabled").getAsBoolean()).isFalse();
    assertThat(enabledInList(id)).isTrue();
    clock.pass(Duration.ofMinutes(5));
    assertThat(enabledInList(id)).isFalse();
  }

  private boolean enabledInList(String id) throws Exception {
    return observer
        .get("/users", "$filter", GUESTS, "$select", "id,accountEnabled")
        .value()
        .stream()
        .filter(u -> u.get("id").getAsString().equals(id))
        .findFirst()
        .orElseThrow()
        .get("accountEnabled")
        .getAsBoolean();
  }
}
