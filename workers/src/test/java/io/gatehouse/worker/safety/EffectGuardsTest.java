package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Silence;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.EffectOutcome.GuardRefused;
import io.gatehouse.safety.Guard;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each guard, before the disable and again before the delete. */
class EffectGuardsTest {
  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);

  @AfterEach
  void stop() {
    house.close();
  }

  static Stream<Arguments> guardsBeforeBothEffects() {
    return Arrays.stream(Guarded.values())
        .flatMap(guarded ->
            Stream.of(Effect.DISABLE, Effect.SOFT_DELETE)
                .map(effect -> arguments(guarded, effect)));
  }

  @ParameterizedTest
  @MethodSource("guardsBeforeBothEffects")
  void a_guarded_guest_is_left_alone_and_the_ledger_says_why(Guarded guarded, Effect effect) {
    LifecycleRef ref = guarded.opened(house);
    if (effect == Effect.SOFT_DELETE) {
      disabled(guarded, ref);
    }
    guarded.comesAbout(house, ref.guestId());
    long writes = house.writes();
    List<String> before = house.audit(ref.guestId());

    EffectOutcome outcome = attempts.once(ref, effect);

    assertThat(outcome).isEqualTo(new GuardRefused(guarded.guard()));
    assertThat(house.writes()).isEqualTo(writes);
    assertThat(house.audit(ref.guestId())).isEqualTo(before);
    assertThat(house.ledger(ref)).endsWith("effect.refused");
    assertThat(Wire.read(house.entries(ref).getLast().body(), Map.class))
        .containsEntry("effect", effect.name())
        .containsEntry("because", "guard: " + guarded.guard().sentence());
  }

  /** By us where the guard comes later, else by somebody who was not held back. */
  private void disabled(Guarded guarded, LifecycleRef ref) {
    if (guarded.comesLater()) {
      attempts.done(ref, Effect.DISABLE);
      house.clock().pass(Duration.ofDays(30));
    } else {
      attempts.prepare(ref.guestId(), Effect.SOFT_DELETE);
    }
  }

  @Test
  void every_guard_that_an_effect_can_meet_is_among_these() {
    assertThat(Arrays.stream(Guarded.values()).map(Guarded::guard).distinct())
        .containsExactlyInAnyOrder(
            Arrays.stream(Guard.values())
                .filter(guard -> guard != Guard.ALREADY_DISABLED) // asked before opening only
                .toArray(Guard[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "PLAINLY_STALE, INACTIVE, REMOVE, true",
    "PLAINLY_STALE, INACTIVE, ESCALATE, false",
    "MAIL_ONLY, INACTIVE, REMOVE, false",
    "REVIEW_REMOVED, ATTESTATION_DUE, REMOVE, false"
  })
  void a_sponsors_silence_is_enough_only_where_the_plan_lets_it_count(
      NamedGuest guest, Trigger trigger, Silence onSilence, boolean acts) {
    house.apply(TryPolicy.silence(onSilence));
    LifecycleRef ref = Unanswered.about(house, guest, trigger).asked("SPONSOR").delivered().ref();
    house.apply(TryPolicy.silence(Silence.REMOVE)); // applied meanwhile, it does not reach the plan

    EffectOutcome outcome = attempts.once(ref, Effect.DISABLE);

    assertThat(outcome).isInstanceOf(acts ? EffectOutcome.Done.class : GuardRefused.class);
    assertThat(house.writes()).isEqualTo(acts ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"DISABLE", "SOFT_DELETE"})
  void who_owns_a_group_together_with_somebody_else_is_like_any_other(Effect effect) {
    LifecycleRef ref = house.due(NamedGuest.CO_OWNER);
    attempts.prepare(ref.guestId(), effect);

    assertThat(attempts.once(ref, effect)).isInstanceOf(EffectOutcome.Done.class);
  }
}
