package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    assertThat(look(looker).status()).isEqualTo(200);
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
      assertThat(throttles.admit(AppRegistration.ACTOR, Budget.WRITES)).isEmpty();
    }

    assertThat(throttles.admit(AppRegistration.ACTOR, Budget.WRITES))
        .contains(Duration.ofSeconds(150));
    clock.pass(Duration.ofSeconds(150));
    assertThat(throttles.admit(AppRegistration.ACTOR, Budget.WRITES)).isEmpty();
  }

  @Test
  void the_audit_log_is_read_five_times_in_ten_seconds_and_no_more() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(observer.get("/auditLogs/directoryAudits").status()).isEqualTo(200);
    }

    var refused = observer.get("/auditLogs/directoryAudits");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("10");
    assertThat(looker.get("/auditLogs/directoryAudits").status()).isEqualTo(200);
    assertThat(look(observer).status()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(10));
    assertThat(observer.get("/auditLogs/directoryAudits").status()).isEqualTo(200);
  }

  @Test
  void the_book_tells_how_much_of_a_budget_was_used_in_which_minute() throws Exception {
    for (int i = 0; i < 12; i++) {
      look(observer);
    }
    clock.pass(Duration.ofSeconds(90));
    look(observer);
    look(looker);

    assertThat(server.servedPerMinute(AppRegistration.OBSERVER, Budget.SIGN_IN_ACTIVITY))
        .containsExactly(
            Map.entry(Instant.parse("2026-03-02T08:00:00Z"), 10),
            Map.entry(Instant.parse("2026-03-02T08:01:00Z"), 1));
    assertThat(server.servedPerMinute(AppRegistration.ACTOR, Budget.WRITES)).isEmpty();
    assertThat(server.served()).hasSize(14);
  }

  @Test
  void the_book_keeps_the_newest_requests_and_counts_all() {
    var book = new Book();
    for (int i = 0; i <= Book.KEPT; i++) {
      book.write(
          new ServedRequest(
              clock.instant(),
              AppRegistration.OBSERVER,
              Budget.OTHER_READS,
              "GET",
              "/users",
              "/users",
              Integer.toString(i),
              "",
              200));
    }

    assertThat(book.newest()).hasSize(Book.KEPT);
    assertThat(book.newest().getFirst().requestId()).isEqualTo("1");
    assertThat(book.perMinute(AppRegistration.OBSERVER, Budget.OTHER_READS).values())
        .containsExactly(Book.KEPT + 1);
  }

  @ParameterizedTest
  @CsvSource({
    "/users, $top, 100, 2",
    "/users, $select, id, 1",
    "/users, $expand, sponsors, 3",
    "/users, $top, 5, 1",
    "/organization, $select, id, 1",
    "/roleManagement/directory/roleAssignments, $top, 50, 1"
  })
  void every_answer_tells_what_it_cost(String path, String option, String value, String units)
      throws Exception {
    var answer = observer.get(path, option, value);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-ms-resource-unit")).isEqualTo(units);
  }
}
