package io.gatehouse.starter.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.starter.TestHouse;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AnswerDeliveryTest extends DeliveryScene {
  @Test
  void an_answer_reaches_its_lifecycle_and_stands_in_the_ledger() {
    LifecycleRow lifecycle = house.running("Ann Applied");
    AnswerRow answer = house.record(lifecycle, BOB, new Act.Remove("left us"));

    assertThat(delivery.deliver(answer.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);

    assertThat(house.state(answer)).isEqualTo("APPLIED");
    assertThat(kinds(lifecycle)).containsExactly("answer.recorded", "answer.applied");
    LifecycleRow now = find(lifecycle);
    assertThat(now.stage()).isEqualTo("ANSWERED");
    assertThat(now.nextAt())
        .isBetween(
            TestHouse.MORNING.plus(Duration.ofDays(2)), TestHouse.MORNING.plus(Duration.ofDays(3)));
    assertThat(house.store.questions().find(lifecycle.openingId(), 1).orElseThrow().settledAt())
        .isNotNull();
  }

  @Test
  void no_personal_value_of_an_answer_stands_in_the_ledger() {
    LifecycleRow lifecycle = house.running("Ann Private");
    house.record(lifecycle, BOB, new Act.NotMine("Carol Confidential", "my secret reason"));

    assertThat(house.store.ledger().of(lifecycle.openingId()))
        .extracting(EntryRow::body)
        .noneMatch(body -> body.contains("Carol") || body.contains("secret"))
        .noneMatch(body -> body.contains(TestHouse.BOB) || body.contains(lifecycle.guestId()));
  }

  @Test
  void what_the_lifecycle_refuses_is_settled_with_its_sentence() {
    LifecycleRow lifecycle = house.running("Ann Refused");
    AnswerRow answer = house.record(lifecycle, OPERATOR, new Act.Release("go on"));

    assertThat(delivery.deliver(answer.answerId(), LIMIT))
        .isEqualTo(new Delivered.Refused("The lifecycle is not on hold."));

    assertThat(house.state(answer)).isEqualTo("REFUSED");
    assertThat(kinds(lifecycle)).containsExactly("answer.recorded", "answer.refused");
    assertThat(find(lifecycle)).isEqualTo(lifecycle);
  }

  @Test
  void an_answer_to_a_lifecycle_that_has_ended_is_refused() {
    LifecycleRow lifecycle = house.running("Ann Ended");
    AnswerRow keep =
        house.record(lifecycle, OPERATOR, new Act.Keep(LocalDate.of(2027, 12, 31), "needed"));
    delivery.deliver(keep.answerId(), LIMIT); // an operator's word ends it at once
    awaitEnd(lifecycle);
    AnswerRow late = house.record(lifecycle, BOB, new Act.Remove("too late"));

    assertThat(delivery.deliver(late.answerId(), LIMIT)).isInstanceOf(Delivered.Refused.class);
    assertThat(house.state(late)).isEqualTo("REFUSED");
  }

  @Test
  void an_answer_to_an_earlier_opening_never_reaches_a_later_lifecycle() {
    LifecycleRow earlier = house.running("Ann Twice");
    AnswerRow keep =
        house.record(earlier, OPERATOR, new Act.Keep(LocalDate.of(2027, 12, 31), "needed"));
    delivery.deliver(keep.answerId(), LIMIT);
    awaitEnd(earlier);
    house.store.lifecycles().close(earlier.openingId(), "KEPT", "kept", house.clock.instant());
    LifecycleRow later = house.running(house.store.guests().find(earlier.guestId()).orElseThrow());
    AnswerRow old = house.record(earlier, OPERATOR, new Act.Remove("found in an old mail"));

    assertThat(delivery.deliver(old.answerId(), LIMIT))
        .isEqualTo(
            new Delivered.Refused(
                "This belongs to an earlier lifecycle of the guest, which is closed."));
    assertThat(find(later)).isEqualTo(later);
  }

  @Test
  void two_deliverers_at_once_count_an_answer_once() throws Exception {
    LifecycleRow lifecycle = house.running("Ann Once");
    AnswerRow answer = house.record(lifecycle, BOB, new Act.Remove("left us"));
    Callable<Delivered> attempt =
        () -> house.delivery(house.client).deliver(answer.answerId(), LIMIT);

    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var done : threads.invokeAll(List.of(attempt, attempt))) {
        assertThat(done.get()).isInstanceOf(Delivered.Applied.class);
      }
    }

    assertThat(kinds(lifecycle)).containsExactly("answer.recorded", "answer.applied");
  }

  @Test
  void what_was_changed_after_it_was_given_is_nobody_s() {
    LifecycleRow lifecycle = house.running("Ann Changed");
    AnswerRow keep =
        house.record(lifecycle, OPERATOR, new Act.Keep(LocalDate.of(2027, 12, 31), "needed"));
    var changed =
        AnswerRow.recorded(
                UUID.randomUUID(),
                keep.openingId(),
                keep.guestId(),
                null,
                keep.actorId(),
                keep.actorKind(),
                "REMOVE",
                null,
                keep.reason(),
                null,
                keep.mode(),
                keep.answeredAt())
            .stated(Objects.requireNonNull(keep.statement()));
    house.store.answers().refused(keep.answerId(), "set aside", house.clock.instant());
    house.store.answers().record(changed);

    assertThat(delivery.deliver(changed.answerId(), LIMIT))
        .isInstanceOfSatisfying(
            Delivered.Refused.class,
            refused -> assertThat(refused.sentence()).startsWith("Who sent this is not proved"));
  }

  private void awaitEnd(LifecycleRow lifecycle) {
    var ref =
        new LifecycleRef(TestHouse.TENANT, lifecycle.guestId(), lifecycle.openingId().toString());
    house.client.newUntypedWorkflowStub(WorkflowIds.guest(ref)).getResult(Closing.class);
  }
}
