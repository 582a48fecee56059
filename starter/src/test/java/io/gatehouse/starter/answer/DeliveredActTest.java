package io.gatehouse.starter.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an operator's acts change on the lifecycle and for whom it asks. */
class DeliveredActTest extends DeliveryScene {
  private static final String CAROL = "ca401000-0000-4000-8000-000000000002";

  @Test
  void a_hold_and_its_release_show_on_the_lifecycle() {
    LifecycleRow lifecycle = house.running("Ann Held");
    AnswerRow hold =
        house.record(lifecycle, OPERATOR, new Act.Hold(LocalDate.of(2027, 4, 30), "long leave"));
    delivery.deliver(hold.answerId(), LIMIT);

    assertThat(find(lifecycle).holdUntil()).isEqualTo("2027-04-30T22:00:00Z"); // Berlin's midnight

    AnswerRow release = house.record(lifecycle, OPERATOR, new Act.Release("back early"));
    delivery.deliver(release.answerId(), LIMIT);

    assertThat(find(lifecycle).holdUntil()).isNull();
  }

  @Test
  void a_guest_who_is_an_operator_says_nothing_about_their_own_account() {
    LifecycleRow lifecycle = house.running("Ann Herself");
    var herself = new Actor.Proved(new Person(lifecycle.guestId(), AppRole.OPERATOR));

    assertThatThrownBy(() -> house.record(lifecycle, herself, new Act.Release("mine")))
        .isInstanceOf(NotAllowed.class)
        .hasMessage("Nobody decides about themselves: ask somebody else.");
    assertThat(house.store.answers().of(lifecycle.openingId())).isEmpty();
  }

  @Test
  void more_time_moves_the_next_date_and_the_day_that_the_person_asked_reads() {
    LifecycleRow lifecycle = house.running("Ann Extended");
    house.delivered(lifecycle);
    Instant next = Objects.requireNonNull(lifecycle.nextAt());
    AnswerRow extend = house.record(lifecycle, OPERATOR, new Act.Extend(7, "is on leave"));

    assertThat(delivery.deliver(extend.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);

    assertThat(find(lifecycle).nextAt()).isEqualTo(next.plus(Duration.ofDays(7)));
    assertThat(find(lifecycle).holdUntil()).isNull();
    assertThat(house.store.questions().find(lifecycle.openingId(), 1).orElseThrow().answerBy())
        .isEqualTo(next.plus(Duration.ofDays(7)));
    assertThat(bodies(lifecycle).getFirst()).contains("\"days\":7");
  }

  @Test
  void more_time_than_the_policy_allows_is_refused_and_moves_nothing() {
    LifecycleRow lifecycle = house.running("Ann Overextended");
    house.delivered(lifecycle);
    AnswerRow extend = house.record(lifecycle, OPERATOR, new Act.Extend(31, "is on leave"));

    assertThat(delivery.deliver(extend.answerId(), LIMIT))
        .isEqualTo(
            new Delivered.Refused(
                "The policy lets 30 more days be added to this lifecycle, 31 were asked for; use hold for longer."));
    assertThat(find(lifecycle)).isEqualTo(lifecycle);
  }

  @Test
  void who_is_replaced_is_not_reminded_any_more_and_stands_in_the_ledger_without_a_name() {
    LifecycleRow lifecycle = house.running("Ann Handed Over");
    AnswerRow reassign = house.record(lifecycle, OPERATOR, new Act.Reassign(CAROL, "moved teams"));

    assertThat(delivery.deliver(reassign.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);

    assertThat(house.store.questions().find(lifecycle.openingId(), 1).orElseThrow().settledAt())
        .isNotNull();
    assertThat(find(lifecycle).stage()).isEqualTo("ASKED");
    assertThat(find(lifecycle).waitingFor()).isEqualTo("the person named");
    assertThat(find(lifecycle).nextAt()).isNull();
    assertThat(bodies(lifecycle)).noneMatch(body -> body.contains(CAROL));
  }

  @Test
  void a_parked_lifecycle_tries_again_and_does_not_show_as_parked() {
    LifecycleRow lifecycle = house.running("Ann Parked");
    AnswerRow notMine = house.record(lifecycle, BOB, new Act.NotMine(null, "never heard of her"));
    delivery.deliver(notMine.answerId(), LIMIT);
    house.awaitParked(lifecycle); // nobody is left
    house.store.lifecycles().needsOperator(lifecycle.openingId(), "nobody is left");
    AnswerRow retry = house.record(lifecycle, OPERATOR, new Act.Retry("a sponsor was entered"));

    assertThat(delivery.deliver(retry.answerId(), LIMIT)).isInstanceOf(Delivered.Applied.class);

    assertThat(find(lifecycle).needsOperator()).isFalse();
    assertThat(find(lifecycle).waitingFor()).isEqualTo("the next try");
  }
}
