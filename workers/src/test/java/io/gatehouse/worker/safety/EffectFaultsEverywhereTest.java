package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.EffectOutcome.Done;
import io.gatehouse.safety.EffectOutcome.Unclear;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.graph.ServedRequest;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault at every call of every effect: once, or not at all and with a reason. */
class EffectFaultsEverywhereTest {
  private static final TryHouse HOUSE = new TryHouse(); // one for hundreds of cases
  private static final Attempts ATTEMPTS = new Attempts(HOUSE);
  private static final String GUEST = HOUSE.idOf(NamedGuest.CO_OWNER);

  private LifecycleRef ref = begin();
  private int logged;

  @AfterAll
  static void stop() {
    HOUSE.close();
  }

  private static LifecycleRef begin() {
    return HOUSE.told(HOUSE.removed(HOUSE.opened(GUEST, Trigger.INACTIVE)));
  }

  @BeforeEach
  void a_new_opening() {
    HOUSE.clock().pass(Duration.ofHours(1)); // budgets that a fault closed are open again
    HOUSE.tenant().restore(GUEST, Attempts.SOMEBODY, "back to the beginning");
    HOUSE.tenant().setAccountEnabled(GUEST, true, Attempts.SOMEBODY, "back to the beginning");
    ref = begin();
  }

  @AfterEach
  void close() {
    HOUSE.sandbox().graph().faults().clear();
    UUID openingId = UUID.fromString(ref.openingId());
    HOUSE.store().lifecycles().close(openingId, "STOOD_DOWN", "the test is over", HOUSE.now());
  }

  private void ready(Effect effect) {
    ATTEMPTS.prepare(GUEST, effect);
    logged = HOUSE.audit(GUEST).size();
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void these_are_the_calls_an_effect_makes(Effect effect) {
    ready(effect);
    int before = served().size();

    ATTEMPTS.done(ref, effect);

    assertThat(served().subList(before, served().size()))
        .extracting(call -> call.method() + " " + call.template())
        .isEqualTo(
            EffectCall.of(effect).stream()
                .map(call -> call.method() + " " + call.template())
                .toList());
  }

  private static List<ServedRequest> served() {
    return HOUSE.sandbox().graph().served();
  }

  @Test
  void no_kind_of_fault_is_left_out() {
    assertThat(Stream.concat(passing(), refusing()).map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(Fault.class.getPermittedSubclasses());
  }

  static Stream<Fault> passing() {
    return Stream.of(
        new Fault.Throttled(Duration.ofSeconds(7)),
        new Fault.Throttled(null),
        new Fault.Unavailable(503, Moment.BEFORE_THE_EFFECT),
        new Fault.Unavailable(503, Moment.AFTER_THE_EFFECT),
        new Fault.Unavailable(504, Moment.BEFORE_THE_EFFECT),
        new Fault.Unavailable(504, Moment.AFTER_THE_EFFECT),
        new Fault.HtmlBadGateway(),
        new Fault.ConnectionCut(Moment.BEFORE_THE_EFFECT),
        new Fault.ConnectionCut(Moment.AFTER_THE_EFFECT),
        new Fault.Silent(Moment.BEFORE_THE_EFFECT, Duration.ofMillis(10)),
        new Fault.Silent(Moment.AFTER_THE_EFFECT, Duration.ofMillis(10)),
        new Fault.EmptyErrorBody(404),
        new Fault.EmptyErrorBody(500),
        new Fault.JsonCut());
  }

  static Stream<Fault> refusing() {
    return Stream.of(400, 401, 403).map(Fault.EmptyErrorBody::new);
  }

  static Stream<Arguments> passingEverywhere() {
    return everywhere(passing().toList());
  }

  static Stream<Arguments> refusingEverywhere() {
    return everywhere(refusing().toList());
  }

  private static Stream<Arguments> everywhere(List<Fault> faults) {
    return Arrays.stream(Effect.values())
        .flatMap(effect ->
            EffectCall.of(effect).stream()
                .flatMap(call -> faults.stream().map(fault -> arguments(effect, call, fault))));
  }

  @ParameterizedTest
  @MethodSource("passingEverywhere")
  void trouble_that_passes_ends_in_one_effect_and_one_proof(
      Effect effect, EffectCall call, Fault fault) {
    ready(effect);
    strike(effect, call, fault);

    EffectOutcome outcome = ATTEMPTS.untilNoFailure(ref, effect);

    assertThat(HOUSE.sandbox().graph().faults().remaining()).isZero();
    assertThat(outcome).isInstanceOf(Done.class);
    assertThat(audited()).containsExactly(Attempts.activity(effect));
    assertThat(HOUSE.ledger(ref)).containsExactly("effect.intended", "effect.proved");
  }

  @ParameterizedTest
  @MethodSource("refusingEverywhere")
  void a_refusal_is_told_and_what_took_place_is_proved_when_somebody_helped(
      Effect effect, EffectCall call, Fault fault) {
    ready(effect);
    strike(effect, call, fault);

    EffectOutcome outcome = ATTEMPTS.untilNoFailure(ref, effect);

    assertThat(HOUSE.sandbox().graph().faults().remaining()).isZero();
    boolean tookPlace = call.moment() == EffectCall.Moment.PROOF;
    assertThat(audited()).hasSize(tookPlace ? 1 : 0);
    if (outcome instanceof Unclear unclear) {
      assertThat(tookPlace).isFalse();
      assertThat(unclear.reason()).isNotBlank();
      assertThat(HOUSE.ledger(ref)).endsWith("effect.refused");
    } else if (outcome instanceof EffectOutcome.Unproved unproved) {
      assertThat(tookPlace).isTrue();
      assertThat(unproved.reason()).isNotBlank();
      assertThat(HOUSE.ledger(ref)).endsWith("effect.refused");
    } else { // what cannot be compared is no reason to leave a given back account unproved
      assertThat(call.template()).containsAnyOf("/role", "/owners");
      assertThat(effect).isEqualTo(Effect.ENABLE);
    }
    assertThat(ATTEMPTS.untilNoFailure(ref, effect)).isInstanceOf(Done.class);
    assertThat(audited()).containsExactly(Attempts.activity(effect));
    assertThat(HOUSE.ledger(ref)).containsOnlyOnce("effect.proved").endsWith("effect.proved");
    assertThat(standingIntents()).isEqualTo(1);
  }

  private long standingIntents() {
    List<String> kinds = HOUSE.ledger(ref);
    return kinds.stream().filter("effect.intended"::equals).count()
        - kinds.stream().filter("effect.lapsed"::equals).count();
  }

  /** The fault hits this very call: one of the proof only after the write. */
  private static void strike(Effect effect, EffectCall call, Fault fault) {
    Runnable inject =
        () -> HOUSE.sandbox().graph().faults().inject(call.method(), call.path(), 1, fault);
    if (call.moment() == EffectCall.Moment.PROOF) {
      HOUSE.relay().after(Attempts.method(effect), ".", inject);
    } else {
      inject.run();
    }
  }

  private List<String> audited() {
    List<String> all = HOUSE.audit(GUEST);
    return all.subList(logged, all.size());
  }
}
