package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.graph.Faults;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EffectFaultsTest {
  private static final String ANY = ".";

  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);
  private final LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);

  @AfterEach
  void stop() {
    house.close();
  }

  /** A fault, the type of failure it is, how long Temporal is told to wait. */
  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(new Fault.Throttled(Duration.ofSeconds(4)), "THROTTLED", 4),
        arguments(new Fault.Throttled(Duration.ofSeconds(300)), "THROTTLED", 300),
        arguments(new Fault.Throttled(null), "THROTTLED", 30),
        arguments(new Fault.Unavailable(503, Moment.BEFORE_THE_EFFECT), "TRANSIENT", null),
        arguments(new Fault.Unavailable(503, Moment.AFTER_THE_EFFECT), "TRANSIENT", null),
        arguments(new Fault.Unavailable(504, Moment.AFTER_THE_EFFECT), "TRANSIENT", null),
        arguments(new Fault.HtmlBadGateway(), "TRANSIENT", null),
        arguments(new Fault.ConnectionCut(Moment.BEFORE_THE_EFFECT), "TRANSIENT", null),
        arguments(new Fault.ConnectionCut(Moment.AFTER_THE_EFFECT), "TRANSIENT", null),
        arguments(new Fault.EmptyErrorBody(500), "TRANSIENT", null));
  }

  static Stream<Arguments> faultsOfEveryEffect() {
    return Arrays.stream(Effect.values())
        .flatMap(effect ->
            faults().map(row -> arguments(effect, row.get()[0], row.get()[1], row.get()[2])));
  }

  @ParameterizedTest
  @MethodSource("faultsOfEveryEffect")
  void whatever_happens_to_the_write_the_effect_takes_place_once_and_is_proved_once(
      Effect effect, Fault fault, String type, @Nullable Integer wait) {
    attempts.prepare(ref.guestId(), effect);
    house.sandbox().graph().faults().inject(Attempts.method(effect), ANY, 1, fault);

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> attempts.once(ref, effect));
    EffectOutcome outcome = attempts.untilNoFailure(ref, effect);

    assertThat(failure.getType()).isEqualTo(type);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getNextRetryDelay())
        .isEqualTo(wait == null ? null : Duration.ofSeconds(wait));
    assertThat(outcome).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.audit(ref.guestId())).containsOnlyOnce(Attempts.activity(effect));
    assertThat(house.ledger(ref)).containsExactly("effect.intended", "effect.proved");
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_look_that_fails_writes_nothing_and_is_repeated(
      Fault fault, String type, @Nullable Integer wait) {
    house.sandbox().graph().faults().inject("GET", ANY, 1, fault);

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> attempts.once(ref, Effect.DISABLE));

    assertThat(failure.getType()).isEqualTo(type);
    assertThat(house.writes()).isZero();
    assertThat(house.ledger(ref)).isEmpty();
    assertThat(attempts.untilNoFailure(ref, Effect.DISABLE)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.audit(ref.guestId())).containsExactly("Disable account");
  }

  @Test
  void a_cut_answer_to_the_look_is_a_broken_answer_and_never_a_guest_who_is_gone() {
    house.sandbox().graph().faults().inject("GET", ANY, 1, new Fault.JsonCut());

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> attempts.once(ref, Effect.DISABLE));

    assertThat(failure.getType()).isEqualTo("BROKEN_ANSWER");
    assertThat(attempts.untilNoFailure(ref, Effect.DISABLE)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.ledger(ref)).containsExactly("effect.intended", "effect.proved");
  }

  @Test
  void an_empty_404_from_a_proxy_is_never_read_as_gone() {
    house.sandbox().graph().faults().inject("GET", ANY, 1, new Fault.EmptyErrorBody(404));

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> attempts.once(ref, Effect.DISABLE));

    assertThat(failure.getType()).isEqualTo("BROKEN_ANSWER");
    assertThat(house.ledger(ref)).isEmpty();
  }

  @Test
  void a_proof_whose_reading_fails_is_made_later_and_keeps_its_one_place() {
    house.relay().after("PATCH", ANY, () -> faultOnNextRead());

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> attempts.once(ref, Effect.DISABLE));
    EffectOutcome.Done done = (EffectOutcome.Done) attempts.once(ref, Effect.DISABLE);

    assertThat(failure.getType()).isEqualTo("TRANSIENT");
    assertThat(done.graphRequestId()).isEqualTo(EffectLedger.EARLIER_ATTEMPT);
    assertThat(house.audit(ref.guestId())).containsExactly("Disable account");
    assertThat(house.ledger(ref)).containsExactly("effect.intended", "effect.proved");
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void an_effect_whose_answer_was_lost_stays_ours_although_the_next_look_is_refused(Effect effect) {
    attempts.prepare(ref.guestId(), effect);
    Faults faults = house.sandbox().graph().faults();
    faults.inject(
        Attempts.method(effect), ANY, 1, new Fault.ConnectionCut(Moment.AFTER_THE_EFFECT));
    house
        .relay()
        .before(
            Attempts.method(effect),
            ANY,
            () -> faults.inject("GET", ANY, 1, new Fault.EmptyErrorBody(403)));

    EffectOutcome refused = attempts.untilNoFailure(ref, effect);
    EffectOutcome helped = attempts.untilNoFailure(ref, effect);

    assertThat(refused).isInstanceOf(EffectOutcome.Unproved.class);
    assertThat(helped).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.audit(ref.guestId())).containsOnlyOnce(Attempts.activity(effect));
    assertThat(house.ledger(ref))
        .containsExactly("effect.intended", "effect.refused", "effect.proved");
  }

  private void faultOnNextRead() {
    house.sandbox().graph().faults().inject("GET", ANY, 1, new Fault.HtmlBadGateway());
  }

  @Test
  void a_write_that_the_directory_does_not_show_yet_is_not_proved() {
    house
        .relay()
        .rewrite(
            "/users/[^/]+$",
            json -> json.replace("\"accountEnabled\":false", "\"accountEnabled\":true"));

    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> attempts.once(ref, Effect.DISABLE));

    assertThat(failure.getType()).isEqualTo("TRANSIENT");
    assertThat(failure.getOriginalMessage()).contains("does not show it yet");
    assertThat(house.ledger(ref)).containsExactly("effect.intended");
  }
}
