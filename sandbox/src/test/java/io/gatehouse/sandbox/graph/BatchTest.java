package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest extends ServedTenant {
  private static final NamedGuest GUEST = NamedGuest.PLAINLY_STALE;

  private static JsonObject read(String id, String url) {
    var part = new JsonObject();
    part.addProperty("id", id);
    part.addProperty("method", "GET");
    part.addProperty("url", url);
    return part;
  }

  private static JsonObject after(String earlier, JsonObject part) {
    var ids = new JsonArray();
    ids.add(earlier);
    part.add("dependsOn", ids);
    return part;
  }

  private GraphCaller.Answer send(JsonObject... parts) throws Exception {
    var requests = new JsonArray();
    List.of(parts).forEach(requests::add);
    var body = new JsonObject();
    body.add("requests", requests);
    return observer.post("/$batch", body.toString());
  }

  private record Responses(List<JsonObject> all) {
    JsonObject get(String id) {
      return all.stream()
          .filter(response -> response.get("id").getAsString().equals(id))
          .findFirst()
          .orElseThrow();
    }
  }

  private Responses responses(JsonObject... parts) throws Exception {
    var answer = send(parts);
    assertThat(answer.status()).isEqualTo(200);
    return new Responses(
        answer.json().getAsJsonArray("responses").asList().stream()
            .map(response -> response.getAsJsonObject())
            .toList());
  }

  private static int status(JsonObject response) {
    return response.get("status").getAsInt();
  }

  @Test
  void each_part_has_the_answer_it_would_have_alone() throws Exception {
    var responses =
        responses(
            read("a", path(GUEST) + "?$select=id,displayName"),
            read("b", path(NamedGuest.NO_SPONSOR) + "/manager"),
            read("c", "/users?$filter=id eq '" + tenant.idOf(GUEST) + "'&$select=id"));

    var alone = observer.get(path(GUEST), "$select", "id,displayName").json();
    assertThat(responses.get("a").get("body")).isEqualTo(alone);
    assertThat(status(responses.get("b"))).isEqualTo(404);
    assertThat(responses.get("c").getAsJsonObject("body").getAsJsonArray("value")).hasSize(1);
  }

  @Test
  void parts_are_throttled_singly_and_tell_the_wait() throws Exception {
    var parts = new JsonObject[12];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = read("p" + i, path(GUEST) + "?$select=id,signInActivity");
    }

    var responses = responses(parts);

    assertThat(responses.all().stream().filter(r -> status(r) == 200)).hasSize(10);
    assertThat(responses.get("p11").getAsJsonObject("headers").get("Retry-After").getAsString())
        .isEqualTo("60");
    assertThat(server.servedPerMinute(AppRegistration.OBSERVER, Budget.SIGN_IN_ACTIVITY).values())
        .containsExactly(10);
    assertThat(server.served()).hasSize(13).noneMatch(ServedRequest::isWrite);
  }

  @Test
  void a_fault_hits_the_part_it_waits_for() throws Exception {
    server.faults().inject("GET", "/sponsors$", 1, new Fault.Throttled(Duration.ofSeconds(7)));
    server.faults().inject("GET", "/manager$", 1, new Fault.HtmlBadGateway());

    var responses =
        responses(
            read("guest", path(GUEST)),
            read("sponsors", path(GUEST) + "/sponsors"),
            read("manager", path(GUEST) + "/manager"));

    assertThat(status(responses.get("guest"))).isEqualTo(200);
    assertThat(status(responses.get("sponsors"))).isEqualTo(429);
    assertThat(status(responses.get("manager"))).isEqualTo(502);
    assertThat(responses.get("manager").get("body").isJsonPrimitive()).isTrue();
  }

  @Test
  void what_breaks_json_or_connection_of_a_part_breaks_the_whole() throws Exception {
    server.faults().inject("GET", "/sponsors$", 1, new Fault.JsonCut());
    assertThatThrownBy(send(read("1", path(GUEST) + "/sponsors"))::json)
        .isInstanceOf(JsonParseException.class);

    server
        .faults()
        .inject("GET", "/sponsors$", 1, new Fault.ConnectionCut(Fault.Moment.BEFORE_THE_EFFECT));
    assertThatThrownBy(() -> send(read("1", path(GUEST) + "/sponsors")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_part_that_depends_on_a_failed_one_fails_too() throws Exception {
    var responses =
        responses(
            read("Good", path(GUEST)),
            read("bad", path(NamedGuest.NO_SPONSOR) + "/manager"),
            after("bad", read("in vain", path(GUEST))),
            after("good", read("fine", path(GUEST))));

    assertThat(status(responses.get("in vain"))).isEqualTo(424);
    assertThat(status(responses.get("fine"))).isEqualTo(200);
  }

  @Test
  void a_batch_has_no_more_rights_than_its_caller() throws Exception {
    server.consents().take(AppRegistration.OBSERVER, "AuditLog.Read.All");
    var smuggled = read("1", path(GUEST) + "?$select=signInActivity");
    var headers = new JsonObject();
    headers.addProperty("Authorization", "Bearer " + AppRegistration.LOOKER.token());
    smuggled.add("headers", headers);

    assertThat(status(responses(smuggled).get("1"))).isEqualTo(403);
  }

  @Test
  void a_batch_only_reads() throws Exception {
    var write = read("1", path(GUEST));
    write.addProperty("method", "DELETE");

    assertThat(status(responses(write).get("1"))).isEqualTo(400);
    assertThat(tenant.guest(GUEST).accountEnabled()).isTrue();
  }

  @Test
  void more_than_twenty_parts_or_two_of_one_id_are_refused() throws Exception {
    var parts = new JsonObject[21];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = read("p" + i, path(GUEST));
    }

    assertThat(send(parts).status()).isEqualTo(400);
    assertThat(send(read("a", path(GUEST)), read("A", path(GUEST))).status()).isEqualTo(400);
    assertThat(send(after("later", read("a", path(GUEST)))).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "{\"requests\":[1]}", "{\"requests\":[{\"id\":\"1\"}]}", "{"})
  void a_body_that_is_no_batch_is_refused(String body) throws Exception {
    assertThat(observer.post("/$batch", body).code()).isEqualTo("BadRequest");
  }

  @Test
  void a_stranger_has_no_batch() throws Exception {
    try (var stranger = new GraphCaller(server, "guessed")) {
      assertThat(stranger.post("/$batch", "{\"requests\":[]}").status()).isEqualTo(401);
    }
  }
}
