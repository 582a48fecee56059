package io.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphFailure.Throttled;
import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CallBudgetTest {

  private static final GraphCall SIGN_INS = new GraphCall("GET /users", Bucket.SIGN_IN_ACTIVITY);
  private static final GraphCall AUDIT =
      new GraphCall("GET /auditLogs/directoryAudits", Bucket.AUDIT_LOG);
  private static final GraphCall WRITE = new GraphCall("DELETE /users/{id}", Bucket.WRITE);
  private static final GraphCall READ = new GraphCall("GET /users/{id}", Bucket.READ);

  private final MovableClock clock = new MovableClock();
  private final CallBudget budget = new CallBudget(clock);

  @Test
  void
      ten_sign_in_reads_fit_into_a_minute_and_the_eleventh_waits_for_the_first_to_leave_it_and_a_second_more() {
    for (var call = 0; call < 10; call++) {
      budget.take(SIGN_INS);
      clock.pass(Duration.ofSeconds(2));
    }

    assertThat(waitFor(SIGN_INS)).isEqualTo(Duration.ofSeconds(41));
    clock.pass(Duration.ofSeconds(41));
    budget.take(SIGN_INS);
    assertThat(waitFor(SIGN_INS)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_refused_call_uses_no_slot() {
    take(10, SIGN_INS);
    waitFor(SIGN_INS);
    clock.pass(Duration.ofSeconds(61));

    take(10, SIGN_INS);

    assertThat(waitFor(SIGN_INS)).isEqualTo(Duration.ofSeconds(61));
  }

  @Test
  void three_thousand_writes_fit_into_150_seconds() {
    take(3_000, WRITE);

    assertThat(waitFor(WRITE)).isEqualTo(Duration.ofSeconds(151));
  }

  @Test
  void five_reads_of_the_audit_log_fit_into_ten_seconds() {
    take(5, AUDIT);

    assertThat(waitFor(AUDIT)).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void the_wait_is_exact_to_the_millisecond_and_never_too_short() {
    take(10, SIGN_INS);
    clock.pass(Duration.ofNanos(1_700_000));

    assertThat(waitFor(SIGN_INS)).isEqualTo(Duration.ofMillis(60_999));
    clock.pass(waitFor(SIGN_INS));
    budget.take(SIGN_INS);
  }

  @Test
  void whoever_comes_back_when_told_uses_nearly_every_slot() {
    var sent = 0;
    var end = clock.instant().plus(Duration.ofMinutes(10));
    while (clock.instant().isBefore(end)) {
      try {
        budget.take(SIGN_INS);
        sent++;
        clock.pass(Duration.ofMillis(700)); // the answer's own time
      } catch (GraphException held) {
        clock.pass(((Throttled) held.failure()).after());
      }
    }

    assertThat(sent).isBetween(98, 100);
  }

  @Test
  void one_bucket_does_not_close_another() {
    take(10, SIGN_INS);

    assertThatCode(
            () -> {
              take(20_000, READ);
              budget.take(WRITE);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void silence_that_graph_asked_for_closes_the_bucket_and_is_never_shortened() {
    budget.close(READ, Duration.ofMinutes(5));
    budget.close(READ, Duration.ofSeconds(2));

    assertThat(waitFor(READ)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void many_threads_together_get_exactly_the_slots_there_are() {
    var calls = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var thread = 0; thread < 100; thread++) {
        calls.add(threads.submit(() -> budget.take(SIGN_INS)));
      }
    }
    assertThat(calls).filteredOn(call -> call.state() == Future.State.SUCCESS).hasSize(10);
  }

  @Test
  void the_wait_is_told_to_people_in_whole_seconds_rounded_up() {
    take(10, SIGN_INS);
    clock.pass(Duration.ofMillis(500));

    var refused = catchThrowableOfType(GraphException.class, () -> budget.take(SIGN_INS));

    assertThat(refused)
        .hasMessage(
            "GET /users was throttled: the same kind of call is held back for 61 s and may then be"
                + " sent again.");
  }

  private void take(int calls, GraphCall call) {
    for (var taken = 0; taken < calls; taken++) {
      budget.take(call);
    }
  }

  private Duration waitFor(GraphCall call) {
    var refused = catchThrowableOfType(GraphException.class, () -> budget.take(call));
    return ((Throttled) refused.failure()).after();
  }
}
