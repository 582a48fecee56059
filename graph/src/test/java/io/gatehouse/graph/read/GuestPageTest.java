package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.StubGraph;
import io.gatehouse.graph.read.GuestAnswer.Readable;
import io.gatehouse.graph.read.GuestAnswer.Unreadable;
import io.gatehouse.graph.read.SignInDate.Absent;
import io.gatehouse.graph.read.SignInDate.At;
import io.gatehouse.graph.read.SignInDate.Placeholder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestPageTest {

  private static final String ID = "11111111-0000-0000-0000-000000000001";
  private static final String OTHER = "11111111-0000-0000-0000-000000000002";

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
  void a_guest_is_read_with_everything_that_was_selected() {
    graph.answers(
        page(
            """
            {"id":"%s","displayName":"Ann","mail":null,"otherMails":["ann@example.com","a@example.com"],
             "userPrincipalName":"ann_example.com#EXT#@contoso.example.com","userType":"Guest",
             "accountEnabled":true,"createdDateTime":"2024-05-06T07:08:09Z","creationType":"Invitation",
             "externalUserState":"Accepted","externalUserStateChangeDateTime":"2024-05-07T08:09:10Z",
             "identities":[{"signInType":"federated","issuer":"ExternalAzureAD"}],
             "companyName":"Fabrikam","onPremisesSyncEnabled":null,
             "isManagementRestricted":true,"notInTheCsdl":{"a":[1,2]},
             "signInActivity":{"lastSignInDateTime":"2026-01-02T03:04:05.1234567Z",
               "lastNonInteractiveSignInDateTime":"0001-01-01T00:00:00Z",
               "lastSuccessfulSignInDateTime":""}}\
            """
                .formatted(ID)));

    var guests = graph.reader().guests(null, 500).guests();

    var signIns =
        new SignInDates(
            new At(Instant.parse("2026-01-02T03:04:05.1234567Z")),
            new Placeholder("0001-01-01T00:00:00Z"),
            new Placeholder(""),
            true);
    assertThat(guests)
        .containsExactly(
            new Readable(
                new DirectoryGuest(
                    ID,
                    "Ann",
                    "ann@example.com",
                    "ann_example.com#EXT#@contoso.example.com",
                    "Guest",
                    true,
                    Instant.parse("2024-05-06T07:08:09Z"),
                    "Invitation",
                    "Accepted",
                    Instant.parse("2024-05-07T08:09:10Z"),
                    "Fabrikam",
                    true,
                    false,
                    true,
                    signIns)));
  }

  @Test
  void a_guest_of_whom_graph_tells_only_the_id_is_still_a_guest() {
    graph.answers(page("{\"id\":\"%s\"}".formatted(ID)));

    var absent = new Absent();
    assertThat(graph.reader().guests(null, 500).guests())
        .containsExactly(
            new Readable(
                new DirectoryGuest(
                    ID,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    false,
                    new SignInDates(absent, absent, absent, false))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{} | | id is not an object id",
        "{\"id\":null} | | id is not an object id",
        "{\"id\":7} | | id is not a text",
        "{\"id\":\"a/b\"} | | id is not an object id",
        "{\"id\":\"#\",\"accountEnabled\":\"yes\"} | # | accountEnabled is not true or false",
        "{\"id\":\"#\",\"createdDateTime\":\"last year\"} | # | createdDateTime is not a date",
        "{\"id\":\"#\",\"createdDateTime\":\"\"} | # | createdDateTime is not a date",
        "{\"id\":\"#\",\"createdDateTime\":\"0001-01-01T00:00:00Z\"} | # | createdDateTime is not a date",
        "{\"id\":\"#\",\"createdDateTime\":1700000000} | # | createdDateTime is not a date",
        "{\"id\":\"#\",\"mail\":[\"a\"]} | # | mail is not a text",
        "{\"id\":\"#\",\"otherMails\":\"a\"} | # | otherMails is not a list of texts",
        "{\"id\":\"#\",\"otherMails\":[1]} | # | otherMails is not a list of texts",
        "{\"id\":\"#\",\"displayName\":{}} | # | displayName is not a text",
        "{\"id\":\"#\",\"onPremisesSyncEnabled\":1} | # | onPremisesSyncEnabled is not true or false",
        "{\"id\":\"#\",\"isManagementRestricted\":\"\"} | # | isManagementRestricted is not true or false",
        "null | | the entry is not an object",
        "[] | | the entry is not an object",
        "\"guest\" | | the entry is not an object"
      })
  void one_malformed_guest_is_unreadable_and_the_others_are_not(
      String malformed, String id, String reason) {
    graph.answers(page(malformed.replace("#", ID) + ",{\"id\":\"%s\"}".formatted(OTHER)));

    var guests = graph.reader().guests(null, 500).guests();

    assertThat(guests).hasSize(2);
    assertThat(guests.getFirst())
        .isEqualTo(new Unreadable(id == null ? null : id.replace("#", ID), reason));
    assertThat(guests.getLast())
        .isInstanceOfSatisfying(Readable.class, it -> assertThat(it.guest().id()).isEqualTo(OTHER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":[{\"id\":\"" + ID + "\"},{\"id\":\"1111",
        "{\"value\":[{\"id\":\"" + ID + "\"}]",
        "{\"value\":[{\"id\":\"" + ID + "\"}}",
        "{\"value\":{}}",
        "{\"value\":null}",
        "{\"error\":{\"code\":\"x\"}}",
        "{\"value\":[],\"@odata.nextLink\":5e}",
        "{\"value\":[,]}",
        "{\"value\":[{id:'x'}]}",
        "[]",
        ""
      })
  void a_page_that_is_cut_or_no_page_is_broken_as_a_whole(String body) {
    graph.answers(StubGraph.json(200, body));

    var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().guests(null, 500));

    assertThat(failed.failure()).isInstanceOf(BrokenAnswer.class);
    assertThat(failed.requestId()).isEqualTo("graph-1");
  }

  @Test
  void the_first_page_asks_for_guests_with_sign_in_activity_and_low_priority() {
    graph.answers(page(""));

    graph.reader().guests(null, 25);

    var asked = graph.asked().getFirst();
    assertThat(asked.target())
        .startsWith("/v1.0/users?")
        .contains("$filter=userType eq 'Guest'", "$top=25", ",signInActivity")
        .doesNotContain("$expand", "$count");
    assertThat(asked.header("x-ms-throttle-priority")).isEqualTo("Low");
    assertThat(asked.header("ConsistencyLevel")).isNull();
  }

  @Test
  void a_next_link_is_followed_as_it_came_with_the_same_priority() {
    var link = graph.base() + "/users?$filter=x%20y&$skiptoken=a%2Bb%26c%3D";
    graph
        .answers(StubGraph.json(200, "{\"@odata.nextLink\":\"%s\",\"value\":[]}".formatted(link)))
        .answers(page(""));

    var first = graph.reader().guests(null, 25);
    var second = graph.reader().guests(first.nextLink(), 25);

    assertThat(first.nextLink()).isEqualTo(link);
    assertThat(second.nextLink()).isNull();
    var followed = graph.asked().getLast();
    assertThat(followed.exchange().getRequestURI().getRawQuery())
        .endsWith("$skiptoken=a%2Bb%26c%3D");
    assertThat(followed.header("x-ms-throttle-priority")).isEqualTo("Low");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example.com/v1.0/users",
        "https://127.0.0.1/v1.0/users",
        "http://127.0.0.1:1/v1.0/users",
        "http://127.0.0.1@evil.example.com/users",
        "/v1.0/users",
        "not a link"
      })
  void a_next_link_to_another_address_is_refused_when_it_comes_and_when_it_is_given(String link) {
    graph.answers(StubGraph.json(200, "{\"value\":[],\"@odata.nextLink\":\"%s\"}".formatted(link)));

    var came = catchThrowableOfType(GraphException.class, () -> graph.reader().guests(null, 500));
    var given = catchThrowableOfType(GraphException.class, () -> graph.reader().guests(link, 500));

    assertThat(came.failure()).isEqualTo(new BrokenAnswer("a nextLink to another address"));
    assertThat(given.failure()).isEqualTo(new BrokenAnswer("a nextLink to another address"));
    assertThat(graph.asked()).hasSize(1);
  }

  @Test
  void a_page_carries_the_digest_of_its_bytes_and_graphs_request_id() throws Exception {
    var body = "{\"value\":[{\"id\":\"%s\",\"displayName\":\"Zoë\"}]}  \n".formatted(ID);
    graph.answers(StubGraph.json(200, body));

    var page = graph.reader().guests(null, 500);

    assertThat(page.sha256()).isEqualTo(sha256(body));
    assertThat(page.requestId()).isEqualTo("graph-1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 501})
  void a_page_size_that_graph_would_not_serve_is_refused_before_sending(int size) {
    assertThatThrownBy(() -> graph.reader().guests(null, size))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A page of guests holds 1 to 500, and %d were asked for.", size);
    assertThat(graph.asked()).isEmpty();
  }

  private static StubGraph.Answer page(String entries) {
    return StubGraph.json(200, "{\"@odata.context\":\"x\",\"value\":[%s]}".formatted(entries));
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
