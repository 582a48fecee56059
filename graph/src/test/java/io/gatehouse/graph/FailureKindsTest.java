package io.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.LicenceMissing;
import io.gatehouse.graph.GraphFailure.NotFound;
import io.gatehouse.graph.GraphFailure.Refused;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.graph.GraphFailure.Transient;
import io.gatehouse.graph.StubGraph.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureKindsTest {

  private static final String ID = "11111111-0000-0000-0000-000000000001";
  private static final String ABOUT_ANN = "About ann@example.com";

  private StubGraph graph;

  @BeforeEach
  void start() throws IOException {
    graph = new StubGraph();
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  static Stream<Arguments> answers() {
    var throttled = StubGraph.error(429, "TooManyRequests");
    return Stream.of(
        argumentSet("no token", StubGraph.empty(401), new Forbidden("InvalidAuthenticationToken")),
        argumentSet(
            "expired token", StubGraph.error(401, "TokenExpired"), new Forbidden("TokenExpired")),
        argumentSet(
            "role holder",
            StubGraph.error(403, "Authorization_RequestDenied"),
            new Forbidden("Authorization_RequestDenied")),
        argumentSet("proxy 403", StubGraph.html(403), new Forbidden("403 without a code")),
        argumentSet(
            "no premium licence",
            StubGraph.error(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant"),
            new LicenceMissing()),
        argumentSet(
            "no P2 licence",
            StubGraph.error(400, "AadPremiumLicenseRequired"),
            new LicenceMissing()),
        argumentSet("gone", StubGraph.error(404, "Request_ResourceNotFound"), new NotFound()),
        argumentSet(
            "bad filter",
            StubGraph.error(400, "Request_BadRequest"),
            new Refused("Request_BadRequest", ABOUT_ANN)),
        argumentSet("empty 400", StubGraph.empty(400), new Refused("status 400", "")),
        argumentSet(
            "conflict", StubGraph.error(409, "Conflict"), new Refused("Conflict", ABOUT_ANN)),
        argumentSet(
            "JSON without error",
            StubGraph.json(400, "{\"oops\":1}"),
            new Refused("status 400", "")),
        argumentSet(
            "error is a text",
            StubGraph.json(400, "{\"error\":\"x\"}"),
            new Refused("status 400", "")),
        argumentSet(
            "error cut", StubGraph.json(400, "{\"error\":{\"co"), new Refused("status 400", "")),
        argumentSet(
            "unsupported",
            StubGraph.error(501, "NotImplemented"),
            new Refused("NotImplemented", ABOUT_ANN)),
        argumentSet(
            "429, 2 s", throttled.with("Retry-After", "2"), new Throttled(Duration.ofSeconds(2))),
        argumentSet(
            "429, 300 s",
            throttled.with("Retry-After", "300"),
            new Throttled(Duration.ofSeconds(300))),
        argumentSet(
            "429, two values",
            throttled.with("Retry-After", "31,120"),
            new Throttled(Duration.ofSeconds(31))),
        argumentSet(
            "429, zero", throttled.with("Retry-After", "0"), new Throttled(Duration.ofSeconds(1))),
        argumentSet("429, silent", throttled, new Throttled(Duration.ofSeconds(30))),
        argumentSet(
            "429, nonsense",
            throttled.with("Retry-After", "soon"),
            new Throttled(Duration.ofSeconds(30))),
        argumentSet(
            "503 with Retry-After",
            StubGraph.empty(503).with("Retry-After", "120"),
            new Throttled(Duration.ofSeconds(120))),
        argumentSet(
            "503", StubGraph.error(503, "ServiceNotAvailable"), new Transient("status 503")),
        argumentSet(
            "503 inviting to repeat at once",
            StubGraph.empty(503).with("Retry-After", "0"),
            new Transient("status 503")),
        argumentSet("504", StubGraph.empty(504), new Transient("status 504")),
        argumentSet(
            "500", StubGraph.error(500, "InternalServerError"), new Transient("status 500")),
        argumentSet("HTML 502", StubGraph.html(502), new Transient("status 502")),
        argumentSet("509", StubGraph.empty(509), new Transient("status 509")),
        argumentSet("408", StubGraph.empty(408), new Transient("status 408")),
        argumentSet(
            "connection cut", StubGraph.hangUp(), new Transient("connection failed or was cut")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_is_one_kind_of_failure_after_exactly_one_request(
      Answer answer, GraphFailure kind) {
    graph.answers(answer).answers(answer);

    var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().person(ID));

    assertThat(failed.failure()).isEqualTo(kind);
    assertThat(graph.asked()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void a_write_is_never_sent_a_second_time(Answer answer, GraphFailure kind) {
    graph.answers(answer).answers(answer);

    var failed = catchThrowableOfType(GraphException.class, () -> graph.writer().delete(ID));

    assertThat(failed.failure()).isEqualTo(kind);
    assertThat(graph.asked()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void a_200_that_is_not_what_graph_documents_is_broken(Answer answer) {
    graph.answers(answer);

    var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().person(ID));

    assertThat(failed.failure()).isInstanceOf(BrokenAnswer.class);
  }

  static Stream<Arguments> brokenAnswers() {
    return Stream.of(
        argumentSet("HTML", StubGraph.html(200)),
        argumentSet("nothing", StubGraph.empty(200)),
        argumentSet("204", StubGraph.empty(204)),
        argumentSet("JSON ends early", StubGraph.json(200, "{\"id\":\"" + ID)),
        argumentSet("connection ends early", StubGraph.cut("{\"id\":\"")),
        argumentSet("a list", StubGraph.json(200, "[]")),
        argumentSet("two values", StubGraph.json(200, "{\"id\":\"%s\"} {}".formatted(ID))),
        argumentSet("no id", StubGraph.json(200, "{}")),
        argumentSet(
            "wrong type",
            StubGraph.json(200, "{\"id\":\"%s\",\"accountEnabled\":\"yes\"}".formatted(ID))));
  }

  @Test
  void a_404_of_a_proxy_never_reads_as_a_guest_who_is_gone() {
    graph.answers(StubGraph.html(404)).answers(StubGraph.empty(404));

    for (var attempt = 0; attempt < 2; attempt++) {
      var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().deleted(ID));
      assertThat(failed.failure()).isInstanceOf(BrokenAnswer.class);
    }
  }

  @Test
  void the_message_says_what_was_asked_what_came_and_what_to_do_without_ids_or_names() {
    graph.answers(StubGraph.error(403, "Authorization_RequestDenied"));

    var failed = catchThrowableOfType(GraphException.class, () -> graph.writer().delete(ID));

    assertThat(failed)
        .hasMessage(
            "DELETE /users/{id} was forbidden (Authorization_RequestDenied): check the credential, the"
                + " application permissions with admin consent, and whether the object is protected (an"
                + " admin role or a restricted administrative unit). (request-id graph-1)");
    assertThat(failed.requestId()).isEqualTo("graph-1");
  }

  @ParameterizedTest
  @MethodSource("answers")
  void no_message_holds_an_id_or_an_address(Answer answer, GraphFailure kind) {
    graph.answers(answer);

    var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().guest(ID));

    assertThat(failed.failure()).isEqualTo(kind);
    assertThat(failed.getMessage())
        .startsWith("GET /users/{id} (guest) ")
        .doesNotContain(ID, "ann@");
  }

  @Test
  void a_server_that_is_not_there_is_transient() {
    graph.close();

    var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().person(ID));

    assertThat(failed.failure()).isInstanceOf(Transient.class);
    assertThat(failed.requestId()).isNull();
  }
}
