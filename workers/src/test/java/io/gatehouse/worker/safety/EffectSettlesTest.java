package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.EffectOutcome.GuardRefused;
import io.gatehouse.safety.EffectOutcome.WorldChanged;
import io.gatehouse.safety.Guard;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request whose answer was lost may take effect after the next look. */
class EffectSettlesTest {
  private final TryHouse house = new TryHouse();
  private final Attempts attempts = new Attempts(house);
  private final LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Effect.class,
      names = {"DISABLE", "SOFT_DELETE"})
  void a_guard_does_not_end_the_lifecycle_while_our_request_may_be_on_its_way(Effect effect) {
    answerLost(effect);
    house.tenant().gainRole(ref.guestId());

    house.clock().pass(Duration.ofMinutes(59));
    assertLookedAtAgain(effect);
    house.clock().pass(Duration.ofMinutes(2));

    assertThat(attempts.once(ref, effect)).isEqualTo(new GuardRefused(Guard.ROLE_HOLDER));
    assertThat(house.ledger(ref))
        .containsExactly("effect.intended", "effect.lapsed", "effect.refused");
    assertThat(house.audit(ref.guestId())).doesNotContain(Attempts.activity(effect));
  }

  @Test
  void a_disable_that_takes_effect_behind_a_guard_is_proved_as_ours() {
    answerLost(Effect.DISABLE);
    house.tenant().gainRole(ref.guestId());
    assertLookedAtAgain(Effect.DISABLE);

    house
        .tenant()
        .setAccountEnabled(
            ref.guestId(), false, new Initiator.App(AppRegistration.ACTOR), "our late request");

    assertThat(attempts.once(ref, Effect.DISABLE)).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.audit(ref.guestId())).containsOnlyOnce(AuditEntry.DISABLE);
  }

  @Test
  void somebody_elses_disable_long_after_our_lapsed_intent_is_not_ours() {
    answerLost(Effect.DISABLE);
    house.tenant().gainRole(ref.guestId());
    house.clock().pass(Duration.ofHours(2));
    attempts.once(ref, Effect.DISABLE);

    attempts.prepare(ref.guestId(), Effect.SOFT_DELETE); // disabled by somebody else

    assertThat(attempts.once(ref, Effect.DISABLE))
        .isEqualTo(new WorldChanged(Change.DISABLED_BY_OTHERS));
  }

  @Test
  void a_keep_that_comes_meanwhile_waits_until_it_is_known_what_became_of_the_request() {
    answerLost(Effect.DISABLE);
    house.tenant().gainRole(ref.guestId());
    house.answered(ref, null, "KEEP");

    assertLookedAtAgain(Effect.DISABLE);
    house.clock().pass(Duration.ofHours(2));

    assertThat(attempts.once(ref, Effect.DISABLE)).isInstanceOf(EffectOutcome.AnswerPending.class);
  }

  @Test
  void a_guest_who_was_deleted_by_others_is_gone_at_once() {
    answerLost(Effect.DISABLE);
    house.tenant().delete(ref.guestId(), Attempts.SOMEBODY, "left");

    assertThat(attempts.once(ref, Effect.DISABLE)).isEqualTo(new WorldChanged(Change.GONE));
  }

  /** Our request is lost on the way, as far as we can see. */
  private void answerLost(Effect effect) {
    attempts.prepare(ref.guestId(), effect);
    house
        .sandbox()
        .graph()
        .faults()
        .inject(Attempts.method(effect), ".", 1, new Fault.ConnectionCut(Moment.BEFORE_THE_EFFECT));
    assertThatThrownBy(() -> attempts.once(ref, effect)).isInstanceOf(ApplicationFailure.class);
  }

  private void assertLookedAtAgain(Effect effect) {
    assertThatThrownBy(() -> attempts.once(ref, effect))
        .isInstanceOf(ApplicationFailure.class)
        .hasMessageContaining("Our own request may take effect or show late");
  }
}
