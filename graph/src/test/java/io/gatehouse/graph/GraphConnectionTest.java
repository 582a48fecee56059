package io.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.Credential.StaticToken;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.Forbidden;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.sandbox.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphConnectionTest {

  private static final String ID = "11111111-0000-0000-0000-000000000001";
  private static final String PERSON = "{\"id\":\"%s\"}".formatted(ID);

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
  void every_request_has_a_client_request_id_of_its_own() {
    graph.answers(StubGraph.json(200, PERSON)).answers(StubGraph.json(200, PERSON));

    graph.reader().person(ID);
    graph.reader().person(ID);

    var ids = graph.asked().stream().map(asked -> asked.header("client-request-id")).toList();
    assertThat(ids).doesNotHaveDuplicates().hasSize(2);
    assertThat(ids).allSatisfy(id -> assertThat(UUID.fromString(id)).hasToString(id));
  }

  @Test
  void the_token_goes_with_requests_to_graph() {
    graph.answers(StubGraph.json(200, PERSON));

    graph.reader().person(ID);

    assertThat(graph.asked().getFirst().header("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  void a_redirect_to_another_host_is_not_followed() throws IOException {
    try (var elsewhere = new StubGraph()) {
      graph.answers(StubGraph.empty(302).with("Location", elsewhere.base() + "/users/" + ID));

      var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().person(ID));

      assertThat(failed.failure()).isEqualTo(new BrokenAnswer("status 302"));
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void a_claims_challenge_is_answered_once_with_a_new_token() {
    var claims =
        Base64.getEncoder()
            .encodeToString("{\"access_token\":{}}".getBytes(StandardCharsets.UTF_8));
    var challenge =
        StubGraph.error(401, "InvalidAuthenticationToken")
            .with(
                "WWW-Authenticate",
                "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + claims + "\"");
    graph
        .answers(challenge)
        .answers(StubGraph.json(200, PERSON))
        .answers(challenge)
        .answers(challenge);

    assertThat(graph.reader().person(ID).id()).isEqualTo(ID);
    assertThat(graph.asked()).hasSize(2);
    var failed = catchThrowableOfType(GraphException.class, () -> graph.reader().person(ID));
    assertThat(failed.failure()).isEqualTo(new Forbidden("InvalidAuthenticationToken"));
    assertThat(graph.asked()).hasSize(4);
  }

  @Test
  void after_a_429_nothing_of_that_kind_is_sent_until_the_silence_is_over() {
    graph
        .answers(StubGraph.empty(429).with("Retry-After", "300"))
        .answers(StubGraph.json(200, PERSON));
    assertThatThrownBy(() -> graph.reader().person(ID)).isInstanceOf(GraphException.class);
    graph.clock().pass(Duration.ofSeconds(299));

    var held = catchThrowableOfType(GraphException.class, () -> graph.reader().person(ID));

    assertThat(held.failure()).isEqualTo(new Throttled(Duration.ofSeconds(1)));
    assertThat(graph.asked()).hasSize(1);
    graph.clock().pass(Duration.ofSeconds(1));
    assertThat(graph.reader().person(ID).id()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://graph.microsoft.com/v1.0", "https://127.0.0.1.example.com/v1.0"})
  void a_static_token_is_refused_for_any_other_computer(String address) {
    assertThatThrownBy(() -> connect(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A static token is for the sandbox on this computer only, and Graph is configured at "
                + address
                + ": use a certificate, a workload identity or a managed identity.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://graph.microsoft.com/v1.0", "graph.microsoft.com", "file:///v1.0"})
  void an_address_that_would_expose_the_token_is_refused(String address) {
    assertThatThrownBy(() -> connect(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The address of Graph is %s: give an https address", address);
  }

  @Test
  void a_static_token_is_accepted_on_this_computer() {
    assertThat(connect("http://localhost:8089/v1.0/")).isNotNull();
  }

  @Test
  void secrets_do_not_show_in_text() {
    var certificate = new Credential.Certificate("t", "c", Path.of("x.pfx"), "hush");

    assertThat(certificate + " " + new StaticToken("secret")).doesNotContain("hush", "secret");
  }

  private static GraphConnection connect(String address) {
    var clock = new MovableClock();
    return new GraphConnection(
        URI.create(address), new StaticToken("secret"), new CallBudget(clock), clock);
  }
}
