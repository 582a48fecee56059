package io.gatehouse.starter.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.actor.ClockCheck;
import io.gatehouse.starter.actor.ServiceKey;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.Wire;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that cannot be delivered when they are given. */
class WaitingAnswerTest extends DeliveryScene {
  @Test
  void while_temporal_is_unreachable_an_answer_waits_and_arrives_later() {
    LifecycleRow lifecycle = house.running("Ann Patient");
    AnswerRow answer = house.record(lifecycle, BOB, new Act.Remove("left us"));
    WorkflowServiceStubs nowhere =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build());
    try {
      AnswerDelivery cut =
          house.delivery(
              WorkflowClient.newInstance(
                  nowhere,
                  WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter()).build()));
      assertThat(cut.deliver(answer.answerId(), Duration.ofSeconds(1)))
          .isInstanceOf(Delivered.Waiting.class);
    } finally {
      nowhere.shutdownNow();
    }
    assertThat(house.state(answer)).isEqualTo("RECORDED");

    assertThat(delivery.deliverPending()).isPositive();

    assertThat(house.state(answer)).isEqualTo("APPLIED");
  }

  @Test
  void an_answer_waits_for_a_lifecycle_that_is_opened_and_not_started() {
    UUID openingId = UUID.randomUUID();
    LifecycleRow sample =
        house.lifecycle(house.guest("Ann Template", "STALE", "IN_PROGRESS", 200), Role.SPONSOR);
    LifecycleRow opened =
        house
            .store
            .lifecycles()
            .open(
                LifecycleRow.opened(
                    openingId,
                    house.guest("Ann Early", "STALE", "IN_PROGRESS", 200).guestId(),
                    "INACTIVE",
                    "ASKED",
                    "the start",
                    house.clock.instant(),
                    "ENFORCE",
                    1,
                    sample.plan()));
    AnswerRow answer = house.record(opened, OPERATOR, new Act.Remove("known already"));

    assertThat(delivery.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Waiting.class);
    assertThat(house.state(answer)).isEqualTo("RECORDED");
    house.store.answers().refused(answer.answerId(), "end of the test", house.clock.instant());
  }

  @Test
  void an_answer_that_was_given_long_ago_is_signed_when_it_is_delivered() {
    LifecycleRow lifecycle = house.running("Ann Late");
    AnswerRow answer = house.record(lifecycle, BOB, new Act.Remove("left us"));
    house.clock.pass(Duration.ofHours(5)); // what was signed with it has expired

    assertThat(delivery.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);
  }

  @ParameterizedTest
  @CsvSource({"PT-20M, 20 minutes behind", "PT50M, 50 minutes ahead of"})
  void an_answer_waits_until_the_clock_of_the_machine_that_signs_is_right(
      Duration off, String words) {
    LifecycleRow lifecycle = house.running("Ann Out Of Time " + off);
    AnswerRow answer = house.record(lifecycle, BOB, new Act.Remove("left us"));
    // A second more, for what passes until the database is asked.
    Clock wrong = Clock.offset(Clock.systemUTC(), off.plusSeconds(off.isNegative() ? -1 : 1));
    var out = delivery(ClockCheck.ofMachine(house.store, wrong), house.people.pages);

    assertThat(out.deliver(answer.answerId(), LIMIT))
        .isEqualTo(
            new Delivered.Waiting(
                "This machine's clock is %s the database's: nothing is signed until both follow NTP."
                    .formatted(words)));
    assertThat(
            delivery(ClockCheck.ofMachine(house.store, Clock.systemUTC()), house.people.pages)
                .deliver(answer.answerId(), LIMIT))
        .isInstanceOf(Delivered.Applied.class);
  }

  @Test
  void a_lifecycle_that_does_not_answer_holds_up_no_other() {
    List<AnswerRow> answers =
        Stream.of("Ann Slow", "Ann Other")
            .map(house::running)
            .map(lifecycle -> house.record(lifecycle, BOB, new Act.Remove("left us")))
            .toList();
    var both = new CyclicBarrier(answers.size());

    house.delivery(meeting(both)).deliverPending();

    assertThat(answers).extracting(house::state).containsOnly("APPLIED");
  }

  /** Temporal that answers nobody before everybody asks. */
  private WorkflowClient meeting(CyclicBarrier everybody) {
    return (WorkflowClient)
        Proxy.newProxyInstance(
            WorkflowClient.class.getClassLoader(),
            new Class<?>[] {WorkflowClient.class},
            (_, method, arguments) -> {
              if (method.getName().equals("newUntypedWorkflowStub")) {
                everybody.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
              }
              return method.invoke(house.client, arguments);
            });
  }

  private AnswerDelivery delivery(ClockCheck check, Signer signer) {
    return new AnswerDelivery(house.store, house.client, house.clock, check, signer);
  }

  @Test
  void an_answer_waits_until_the_key_it_was_signed_with_counts() throws IOException {
    LifecycleRow lifecycle = house.running("Ann Early Bird");
    Path file = Files.createTempDirectory("keys").resolve("service.key");
    Signer pages = ServiceKey.open(file, house.store, house.clock);
    AnswerRow answer =
        new AnswerBook(house.store, house.clock, pages)
            .record(lifecycle, BOB, new Act.Remove("left us"));
    var early = delivery(ClockCheck.of(house.store, house.clock), pages);

    assertThat(early.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Waiting.class);
    house.people.root(house.store.actorKeys().find(pages.keyId()).orElseThrow());
    assertThat(early.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);
  }
}
