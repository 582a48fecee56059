package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.policy.Mode;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.EffectOutcome.AnswerPending;
import io.gatehouse.safety.EffectOutcome.Done;
import io.gatehouse.safety.EffectOutcome.GateClosed;
import io.gatehouse.safety.EffectOutcome.NotEnforced;
import io.gatehouse.safety.EffectOutcome.Unclear;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.mail.MailRow;
import io.gatehouse.store.safety.RollingCaps;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the house itself has against an effect. */
class EffectPermissionTest {
  private static final String ROLES = "/roleManagement/";

  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);
  private final LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);
  private final UUID openingId = UUID.fromString(ref.openingId());

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void a_closed_gate_stops_disable_and_delete_before_any_look_and_says_why() {
    house.store().safety().closeGate("somebody paused", house.now(), "a test");

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new GateClosed("somebody paused"));
    assertThat(attempts.once(ref, Effect.SOFT_DELETE)).isEqualTo(new GateClosed("somebody paused"));
    assertThat(house.sandbox().graph().served()).isEmpty();
    assertThat(house.ledger(ref)).isEmpty();
  }

  @Test
  void a_lifecycle_that_gatehouse_closed_takes_nothing_away_though_a_run_of_it_goes_on() {
    house.store().lifecycles().close(openingId, "STOOD_DOWN", "ended in Temporal", house.now());

    for (Effect effect : List.of(Effect.DISABLE, Effect.SOFT_DELETE)) {
      assertThat(attempts.once(ref, effect))
          .isEqualTo(
              new Unclear(
                  "Gatehouse closed this lifecycle at %s (STOOD_DOWN): terminate this run in Temporal, the next scan decides anew"
                      .formatted(house.now())));
    }
    assertThat(house.writes()).isZero();
  }

  @Test
  void a_lifecycle_that_is_closed_during_the_look_takes_nothing_away() {
    house
        .relay()
        .before(
            "GET",
            ROLES,
            () ->
                house
                    .store()
                    .lifecycles()
                    .close(openingId, "STOOD_DOWN", "ended in Temporal", house.now()));

    assertThat(attempts.once(ref, Effect.DISABLE)).isInstanceOf(Unclear.class);
    refusedAfterALook(ref);
  }

  @Test
  void a_lifecycle_that_gatehouse_has_not_opened_takes_nothing_away() {
    var invented =
        new LifecycleRef(house.house().tenant(), ref.guestId(), UUID.randomUUID().toString());

    assertThat(attempts.once(invented, Effect.DISABLE))
        .isEqualTo(
            new Unclear("Gatehouse has not opened this lifecycle: terminate this run in Temporal"));
    assertThat(house.sandbox().graph().served()).isEmpty();
  }

  @Test
  void a_gate_that_closes_during_the_look_is_seen_before_the_write_and_recorded() {
    house
        .relay()
        .before(
            "GET",
            ROLES,
            () -> house.store().safety().closeGate("somebody paused", house.now(), "a test"));

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new GateClosed("somebody paused"));
    refusedAfterALook(ref);
  }

  @Test
  void an_answer_that_comes_during_the_look_is_heard_first() {
    house.relay().before("GET", ROLES, () -> house.answered(ref, null, "KEEP"));

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new AnswerPending());
    refusedAfterALook(ref);
  }

  @Test
  void what_was_taken_is_given_back_even_behind_a_closed_gate_but_not_while_observing() {
    attempts.prepare(ref.guestId(), Effect.ENABLE);
    house.store().safety().closeGate("somebody paused", house.now(), "a test");
    house.mode(Mode.OBSERVE);
    assertThat(attempts.once(ref, Effect.ENABLE))
        .isEqualTo(new GateClosed("the mode only observes"));

    house.mode(Mode.NOTIFY);
    assertThat(attempts.once(ref, Effect.ENABLE)).isInstanceOf(Done.class);
  }

  @Test
  void a_mode_that_is_not_proved_takes_nothing_away_and_gives_back_all_the_same() {
    house.store().safety().setMode("NOTIFY", house.now(), "somebody in the database");
    assertThat(attempts.once(ref, Effect.DISABLE))
        .isInstanceOfSatisfying(
            GateClosed.class,
            closed -> assertThat(closed.reason()).startsWith("the mode counts as observe until"));

    house.mode(Mode.ENFORCE);
    attempts.prepare(ref.guestId(), Effect.ENABLE);
    house.store().safety().setMode("NOTIFY", house.now(), "somebody in the database");
    assertThat(attempts.once(ref, Effect.ENABLE)).isInstanceOf(Done.class);
  }

  @Test
  void observing_and_notifying_change_nothing() {
    house.mode(Mode.OBSERVE);
    assertThat(attempts.once(ref, Effect.DISABLE))
        .isEqualTo(new GateClosed("the mode only observes"));
    house.mode(Mode.NOTIFY);
    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new NotEnforced());
    assertThat(house.sandbox().graph().served()).isEmpty();
    assertThat(house.ledger(ref)).isEmpty();
  }

  @Test
  void a_lifecycle_opened_under_notify_is_not_reached_by_a_looser_mode() {
    house.mode(Mode.NOTIFY);
    LifecycleRef tight = house.due(NamedGuest.SPONSOR_SILENT);
    house.mode(Mode.ENFORCE);

    assertThat(attempts.once(tight, Effect.DISABLE)).isEqualTo(new NotEnforced());
  }

  @ParameterizedTest
  @CsvSource({"NOTIFY,ENFORCE,false", "ENFORCE,NOTIFY,false", "ENFORCE,ENFORCE,true"})
  void the_tightest_mode_under_which_a_question_was_delivered_counts(
      Mode first, Mode then, boolean acts) {
    asked(1, first);
    asked(2, then);

    EffectOutcome outcome = attempts.once(ref, Effect.DISABLE);

    assertThat(outcome).isInstanceOf(acts ? Done.class : NotEnforced.class);
  }

  private void asked(int round, Mode mode) {
    house
        .store()
        .questions()
        .ask(QuestionRow.asked(openingId, round, "somebody", "SPONSOR", house.now()));
    house.store().questions().delivered(openingId, round, house.now(), mode.name());
  }

  @Test
  void a_recorded_answer_that_the_lifecycle_has_not_heard_of_comes_first() {
    AnswerRow answer = house.answered(ref, null, "REMOVE");

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new AnswerPending());
    assertThat(house.sandbox().graph().served()).isEmpty();

    house.store().answers().applied(answer.answerId(), house.now());
    assertThat(attempts.once(ref, Effect.DISABLE)).isInstanceOf(Done.class);
  }

  @Test
  void a_keep_that_the_lifecycle_has_accepted_comes_before_the_effect_and_before_any_refusal() {
    AnswerRow keep = house.answered(ref, null, "KEEP");
    house.store().answers().applied(keep.answerId(), house.now());

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new AnswerPending());
    assertThat(house.sandbox().graph().served()).isEmpty();
  }

  @Test
  void a_keep_that_is_accepted_during_the_look_stops_the_effect() {
    house
        .relay()
        .before(
            "GET",
            ROLES,
            () ->
                house
                    .store()
                    .answers()
                    .applied(house.answered(ref, null, "KEEP").answerId(), house.now()));

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new AnswerPending());
    refusedAfterALook(ref);
  }

  @ParameterizedTest
  @CsvSource({"60, true", "120, false"})
  void a_slot_that_is_missed_by_more_than_an_hour_has_to_be_asked_for_again(
      int minutes, boolean acts) {
    house
        .store()
        .reservations()
        .reserve(openingId, "DISABLE", 1, house.now(), new RollingCaps(5, 20), house.now());
    house.clock().pass(Duration.ofMinutes(minutes));

    assertThat(attempts.once(ref, Effect.DISABLE))
        .isInstanceOf(acts ? Done.class : EffectOutcome.SlotMissed.class);
    assertThat(house.writes()).isEqualTo(acts ? 1 : 0);
  }

  @Test
  void what_was_begun_is_finished_although_its_slot_is_long_past() {
    house
        .store()
        .reservations()
        .reserve(openingId, "DISABLE", 1, house.now(), new RollingCaps(5, 20), house.now());
    house
        .sandbox()
        .graph()
        .faults()
        .inject("PATCH", ".", 1, new Fault.Unavailable(503, Fault.Moment.BEFORE_THE_EFFECT));
    assertThatThrownBy(() -> attempts.once(ref, Effect.DISABLE))
        .isInstanceOf(ApplicationFailure.class);
    house.clock().pass(Duration.ofDays(4));

    assertThat(attempts.once(ref, Effect.DISABLE)).isInstanceOf(Done.class);
  }

  @Test
  void a_guest_who_was_not_told_is_not_disabled() {
    LifecycleRef untold = house.opened(NamedGuest.SPONSOR_SILENT);

    assertThat(attempts.once(untold, Effect.DISABLE)).isEqualTo(new EffectOutcome.NotTold());
    assertThat(house.writes()).isZero();
  }

  @Test
  void a_guest_who_could_not_be_reached_counts_as_told() {
    LifecycleRef unreachable = house.removed(house.opened(NamedGuest.SPONSOR_SILENT));
    UUID opening = UUID.fromString(unreachable.openingId());
    house
        .store()
        .mails()
        .intend(
            MailRow.intended(
                "<1@test>", opening, null, "GUEST_BEFORE_DISABLE", "guest", house.now()));
    house.store().mails().failed("<1@test>", "no address is known");

    assertThat(attempts.once(unreachable, Effect.DISABLE)).isInstanceOf(Done.class);
  }

  @Test
  void a_hold_stops_the_effect_until_it_ends() {
    house.store().lifecycles().hold(openingId, house.now().plus(Duration.ofDays(1)), null);
    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new AnswerPending());

    house.clock().pass(Duration.ofDays(1));
    assertThat(attempts.once(ref, Effect.DISABLE)).isInstanceOf(Done.class);
  }

  private void refusedAfterALook(LifecycleRef refused) {
    assertThat(house.writes()).isZero();
    assertThat(house.ledger(refused)).containsExactly("effect.refused");
  }
}
