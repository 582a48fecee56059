package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest extends ServedTenant {
  private static final NamedGuest GUEST = NamedGuest.PLAINLY_STALE;
  private static final String ANY_USER = "^/users/[^/]+$";

  private void injected(String method, Fault fault) {
    server.faults().inject(method, ANY_USER, 1, fault);
  }

  private GraphCaller.Answer disable() throws Exception {
    return actor.patch(path(GUEST), "{\"accountEnabled\":false}");
  }

  private boolean took(Fault.Moment moment) {
    return switch (moment) {
      case BEFORE_THE_EFFECT -> false;
      case AFTER_THE_EFFECT -> true;
    };
  }

  @Test
  void a_fault_hits_its_method_and_path_as_often_as_asked() throws Exception {
    server.faults().inject("GET", ANY_USER, 2, new Fault.EmptyErrorBody(500));

    assertThat(observer.get("/users").status()).isEqualTo(200);
    assertThat(disable().status()).isEqualTo(204);
    assertThat(observer.get(path(GUEST)).status()).isEqualTo(500);
    assertThat(observer.get(path(GUEST)).body()).isEmpty();
    assertThat(server.faults().remaining()).isZero();
    assertThat(observer.get(path(GUEST)).status()).isEqualTo(200);
  }

  @Test
  void a_throttle_tells_the_wait_or_nothing() throws Exception {
    injected("GET", new Fault.Throttled(Duration.ofMinutes(5)));
    injected("GET", new Fault.Throttled(null));

    assertThat(observer.get(path(GUEST)).header("Retry-After")).isEqualTo("300");
    var silent = observer.get(path(GUEST));
    assertThat(silent.status()).isEqualTo(429);
    assertThat(silent.headers().firstValue("Retry-After")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void an_unavailable_service_may_or_may_not_have_done_it(Fault.Moment moment) throws Exception {
    injected("PATCH", new Fault.Unavailable(503, moment));

    assertThat(disable().status()).isEqualTo(503);
    assertThat(tenant.guest(GUEST).accountEnabled()).isEqualTo(!took(moment));
    assertThat(tenant.auditLog()).hasSize(took(moment) ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void a_cut_connection_may_or_may_not_have_done_it(Fault.Moment moment) {
    injected("DELETE", new Fault.ConnectionCut(moment));

    assertThatThrownBy(() -> actor.delete(path(GUEST))).isInstanceOf(IOException.class);
    assertThat(tenant.inBin(tenant.idOf(GUEST)).isPresent()).isEqualTo(took(moment));
    assertThat(server.served()).extracting(ServedRequest::status).containsExactly(0);
  }

  @Test
  void a_proxy_may_answer_in_html() throws Exception {
    injected("GET", new Fault.HtmlBadGateway());

    var answer = observer.get(path(GUEST));

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html");
  }

  @Test
  void json_may_end_in_the_middle() throws Exception {
    injected("GET", new Fault.JsonCut());

    var answer = observer.get(path(GUEST));

    assertThat(answer.status()).isEqualTo(200);
    assertThatThrownBy(answer::json).isInstanceOf(JsonParseException.class);
  }

  private record Asked(String method, String path) {}

  private List<Asked> everything() throws Exception {
    String group = tenant.sponsorLinksOf(tenant.idOf(NamedGuest.GROUP_SPONSOR)).getFirst().id();
    String application = tenant.ownedBy(tenant.idOf(NamedGuest.APPLICATION_OWNER)).getFirst().id();
    String roles = "/roleManagement/directory/";
    server.consents().give(AppRegistration.OBSERVER, "Application.Read.All");
    actor.delete(path(NamedGuest.EXCLUDED));
    return List.of(
        new Asked("GET", "/users"),
        new Asked("GET", path(GUEST)),
        new Asked("GET", path(GUEST) + "/sponsors"),
        new Asked("GET", path(NamedGuest.SPONSOR_SILENT) + "/manager"),
        new Asked("GET", path(GUEST) + "/transitiveMemberOf"),
        new Asked("GET", path(GUEST) + "/transitiveMemberOf/graph.group"),
        new Asked("GET", path(GUEST) + "/ownedObjects"),
        new Asked("GET", "/groups/" + group),
        new Asked("GET", "/groups/" + group + "/members"),
        new Asked("GET", "/groups/" + group + "/owners"),
        new Asked("GET", "/applications/" + application + "/owners"),
        new Asked("GET", roles + "roleAssignments"),
        new Asked("GET", roles + "roleAssignmentScheduleInstances"),
        new Asked("GET", roles + "roleEligibilityScheduleInstances"),
        new Asked("GET", "/directory/deletedItems/graph.user"),
        new Asked("GET", binPath(NamedGuest.EXCLUDED)),
        new Asked("GET", "/auditLogs/directoryAudits"),
        new Asked("GET", "/organization"),
        new Asked("POST", "/$batch"),
        new Asked("PATCH", path(GUEST)),
        new Asked("DELETE", path(NamedGuest.COMES_BACK)),
        new Asked("POST", binPath(NamedGuest.EXCLUDED) + "/restore"));
  }

  private GraphCaller.Answer ask(Asked asked) throws Exception {
    return switch (asked.method()) {
      case "GET" -> observer.get(asked.path());
      case "PATCH" -> actor.patch(asked.path(), "{\"accountEnabled\":false}");
      case "DELETE" -> actor.delete(asked.path());
      default -> actor.post(asked.path(), "{\"requests\":[]}");
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void every_fault_can_hit_every_path(int kind) throws Exception {
    server.throttles().off();
    var fault =
        List.of(
                new Fault.Throttled(Duration.ofSeconds(3)),
                new Fault.Unavailable(503, Fault.Moment.BEFORE_THE_EFFECT),
                new Fault.HtmlBadGateway(),
                new Fault.EmptyErrorBody(504),
                new Fault.ConnectionCut(Fault.Moment.BEFORE_THE_EFFECT),
                new Fault.JsonCut(),
                new Fault.Silent(Fault.Moment.BEFORE_THE_EFFECT, Duration.ofMillis(20)))
            .get(kind);
    for (var asked : everything()) {
      // Java's own client asks again when a kept connection ends before the answer
      boolean ends = fault instanceof Fault.ConnectionCut || fault instanceof Fault.Silent;
      int times = ends ? 10 : 1;
      server.faults().inject(asked.method(), "^" + Pattern.quote(asked.path()) + "$", times, fault);

      assertFaulted(asked, fault);

      assertThat(server.faults().remaining()).as(asked.toString()).isLessThan(times);
      server.faults().clear();
    }
  }

  private void assertFaulted(Asked asked, Fault fault) throws Exception {
    switch (fault) {
      case Fault.Throttled _ -> assertThat(ask(asked).status()).isEqualTo(429);
      case Fault.Unavailable _ -> assertThat(ask(asked).code()).isEqualTo("ServiceNotAvailable");
      case Fault.HtmlBadGateway _ -> assertThat(ask(asked).status()).isEqualTo(502);
      case Fault.EmptyErrorBody _ -> assertThat(ask(asked).status()).isEqualTo(504);
      case Fault.ConnectionCut _, Fault.Silent _ ->
          assertThatThrownBy(() -> ask(asked)).isInstanceOf(IOException.class);
      case Fault.JsonCut _ ->
          assertThatThrownBy(ask(asked)::json)
              .as(asked.toString())
              .isInstanceOf(JsonParseException.class);
    }
  }
}
