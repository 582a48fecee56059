package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
}
