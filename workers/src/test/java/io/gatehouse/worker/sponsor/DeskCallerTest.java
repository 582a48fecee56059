package io.gatehouse.worker.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryTemporal;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskCallerTest {
  private final TryHouse house = new TryHouse();
  private final DeskCaller caller = new DeskCaller(house.house(), TryTemporal.client());
  private final LifecycleRef ref = house.opened(NamedGuest.SPONSOR_SILENT);
  private final UUID openingId = UUID.fromString(ref.openingId());

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void a_question_is_recorded_and_put_on_the_desk_of_its_person() {
    caller.ask(question(1, "chiara"));

    assertThat(house.store().questions().of(openingId))
        .containsExactly(QuestionRow.asked(openingId, 1, "chiara", "SPONSOR", house.now()));
    assertThat(TryTemporal.signals(WorkflowIds.desk(house.house().tenant(), "chiara")))
        .containsExactly("ask");
    assertThat(house.lifecycle(ref).stage()).isEqualTo("ASKED");
    assertThat(house.ledger(ref)).containsExactly("question.asked");
    assertThat(house.entries(ref).getFirst().body()).doesNotContain("chiara");
  }

  @Test
  void asking_again_after_a_crash_is_one_question() {
    caller.ask(question(1, "chiara"));
    house.clock().pass(Duration.ofSeconds(30));
    caller.ask(question(1, "chiara"));

    assertThat(house.store().questions().of(openingId)).hasSize(1);
    assertThat(house.ledger(ref)).containsExactly("question.asked");
  }

  @Test
  void a_desk_that_another_question_opens_in_the_same_moment_is_asked_again() {
    var lost = new AtomicInteger(1);
    var second = new DeskCaller(house.house(), losing(lost));

    second.ask(question(1, "dana"));

    assertThat(lost).hasValue(-1);
    assertThat(TryTemporal.signals(WorkflowIds.desk(house.house().tenant(), "dana")))
        .containsExactly("ask");
  }

  @Test
  void the_next_round_settles_the_one_before() {
    caller.ask(question(1, "chiara"));
    house.clock().pass(Duration.ofDays(14));
    caller.ask(question(2, "boris"));

    assertThat(house.store().questions().find(openingId, 1).orElseThrow().settledAt())
        .isEqualTo(house.now());
    assertThat(house.store().questions().find(openingId, 2).orElseThrow().settledAt()).isNull();
  }

  /** Temporal, where somebody else wins the race for a desk so many times. */
  private static WorkflowClient losing(AtomicInteger times) {
    return (WorkflowClient)
        Proxy.newProxyInstance(
            WorkflowClient.class.getClassLoader(),
            new Class<?>[] {WorkflowClient.class},
            (_, method, arguments) -> {
              if (method.getName().equals("signalWithStart") && times.getAndDecrement() > 0) {
                throw new WorkflowExecutionAlreadyStarted(
                    WorkflowExecution.getDefaultInstance(), "SponsorDesk", null);
              }
              return method.invoke(TryTemporal.client(), arguments);
            });
  }

  private Question question(int round, String sponsorId) {
    return new Question(
        ref,
        Trigger.INACTIVE,
        round,
        sponsorId,
        Role.SPONSOR,
        Duration.ofDays(14),
        List.of(Duration.ofDays(7)));
  }
}
