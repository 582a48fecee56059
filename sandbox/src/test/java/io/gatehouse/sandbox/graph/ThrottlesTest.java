package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottlesTest extends ServedTenant {
  private GraphCaller.Answer look(GraphCaller caller) throws Exception {
    return caller.get(path(NamedGuest.PLAINLY_STALE), "$select", "id,signInActivity");
  }

  @Test
  void the_eleventh_look_at_sign_ins_in_a_minute_waits_until_the_first_is_a_minute_old()
      throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(look(observer).status()).isEqualTo(200);
      clock.pass(Duration.ofSeconds(1));
    }

    var refused = look(observer);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("TooManyRequests");
    assertThat(refused.header("Retry-After")).isEqualTo("50");
    assertThat(refused.header("x-ms-throttle-scope"))
        .contains(AppRegistration.OBSERVER.appId(), tenant.id());
    clock.pass(Duration.ofSeconds(49));
    assertThat(look(observer).header("Retry-After")).isEqualTo("1");
    clock.pass(Duration.ofSeconds(1));
    assertThat(look(observer).status()).isEqualTo(200);
    assertThat(look(observer).status()).isEqualTo(429);
  }

  @Test
  void each_registration_has_its_own_budget_and_other_reads_are_free() throws Exception {
    for (int i = 0; i < 10; i++) {
      look(observer);
    }

    assertThat(look(actor).status()).isEqualTo(200);
    assertThat(observer.get(path(NamedGuest.PLAINLY_STALE)).status()).isEqualTo(200);
  }

  @Test
  void another_spelling_does_not_get_around_the_budget() throws Exception {
    for (int i = 0; i < 10; i++) {
      look(observer);
    }

    var answer = observer.get(path(NamedGuest.PLAINLY_STALE), "$select", "SIGNINACTIVITY");
    assertThat(answer.status()).isEqualTo(429);
  }

  @Test
  void the_share_used_is_told_from_eighty_per_cent_on() throws Exception {
    for (int i = 0; i < 7; i++) {
      assertThat(look(observer).header("x-ms-throttle-limit-percentage")).isEmpty();
    }
    assertThat(look(observer).header("x-ms-throttle-limit-percentage")).isEqualTo("0.8");
  }

  @Test
  void budgets_can_be_switched_off() throws Exception {
    server.throttles().off();
    for (int i = 0; i < 11; i++) {
      assertThat(look(observer).status()).isEqualTo(200);
    }
  }

  @Test
  void three_thousand_writes_fit_into_two_and_a_half_minutes() {
    var throttles = new Throttles(clock);
    for (int i = 0; i < 3_000; i++) {
      assertThat(throttles.admit(AppRegistration.ACTOR, Throttles.Budget.WRITES)).isEmpty();
    }

    assertThat(throttles.admit(AppRegistration.ACTOR, Throttles.Budget.WRITES))
        .contains(Duration.ofSeconds(150));
    clock.pass(Duration.ofSeconds(150));
    assertThat(throttles.admit(AppRegistration.ACTOR, Throttles.Budget.WRITES)).isEmpty();
  }
}
