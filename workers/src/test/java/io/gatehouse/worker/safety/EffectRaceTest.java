package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.database.Database;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.house.TryHouse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An attempt that Temporal gave up still runs beside the next one, on another worker. */
class EffectRaceTest {
  private static final int ROUNDS = 15;

  private final TryHouse house = new TryHouse();
  private final LifecycleRef ref = house.due(NamedGuest.PLAINLY_STALE);

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void two_performers_that_both_decided_to_act_make_one_effect_one_intent_and_one_proof(
      Effect effect) throws InterruptedException, ExecutionException {
    var one = new Attempts(house);
    var other = new Attempts(house);
    one.prepare(ref.guestId(), effect);
    var bothDecided = new CyclicBarrier(2);
    house.relay().before(Attempts.method(effect), ".", () -> await(bothDecided));
    house.relay().before(Attempts.method(effect), ".", () -> await(bothDecided));

    List<EffectOutcome> outcomes =
        both(() -> one.untilNoFailure(ref, effect), () -> other.untilNoFailure(ref, effect));

    assertThat(outcomes).hasSize(2).allMatch(EffectOutcome.Done.class::isInstance);
    assertThat(outcomes.getFirst()).isEqualTo(outcomes.getLast());
    assertThat(house.audit(ref.guestId())).containsOnlyOnce(Attempts.activity(effect));
    assertThat(house.ledger(ref)).containsExactly("effect.intended", "effect.proved");
  }

  @Test
  void an_attempt_that_looked_long_ago_does_not_repeat_what_was_proved_and_given_back_since() {
    var slow = new Attempts(house);
    var fast = new Attempts(house);
    house
        .relay()
        .before(
            "GET",
            "/sponsors$",
            () -> {
              fast.done(ref, Effect.DISABLE);
              fast.done(ref, Effect.ENABLE);
            });

    EffectOutcome outcome = slow.once(ref, Effect.DISABLE);

    assertThat(outcome).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.audit(ref.guestId())).containsExactly(AuditEntry.DISABLE, AuditEntry.ENABLE);
    assertThat(house.ledger(ref))
        .containsExactly("effect.intended", "effect.proved", "effect.intended", "effect.proved");
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void what_a_faster_attempt_did_during_the_look_is_never_somebody_elses(Effect effect) {
    var slow = new Attempts(house);
    var fast = new Attempts(house);
    slow.prepare(ref.guestId(), effect);
    house.relay().before("GET", ".", () -> fast.done(ref, effect));

    EffectOutcome outcome = slow.untilNoFailure(ref, effect);

    assertThat(outcome).isInstanceOf(EffectOutcome.Done.class);
    assertThat(house.audit(ref.guestId())).containsOnlyOnce(Attempts.activity(effect));
    assertThat(house.ledger(ref)).containsExactly("effect.intended", "effect.proved");
  }

  @ParameterizedTest
  @EnumSource(Effect.class)
  void two_workers_with_a_database_connection_each_make_one_effect_in_every_round(Effect effect)
      throws InterruptedException, ExecutionException {
    try (Database second = house.database().as(TestDatabase.APP)) {
      String tenant = house.house().tenant();
      var one = new Attempts(house);
      var other =
          new Attempts(
              house,
              new House(tenant, new Store(second, tenant), house.clock(), "http://127.0.0.1:8085"));
      LifecycleRef opened = ref;
      for (int round = 1; round <= ROUNDS; round++) {
        one.prepare(opened.guestId(), effect);
        int logged = house.audit(opened.guestId()).size();
        LifecycleRef now = opened;
        var start = new CyclicBarrier(2);

        List<EffectOutcome> outcomes =
            both(
                () -> from(start, () -> one.untilNoFailure(now, effect)),
                () -> from(start, () -> other.untilNoFailure(now, effect)));

        List<String> log = house.audit(now.guestId());
        assertThat(log.subList(logged, log.size())).containsExactly(Attempts.activity(effect));
        assertThat(house.ledger(now)).containsExactly("effect.intended", "effect.proved");
        assertThat(outcomes.getFirst())
            .isInstanceOf(EffectOutcome.Done.class)
            .isEqualTo(outcomes.getLast());
        opened = again(now);
      }
    }
  }

  private static EffectOutcome from(CyclicBarrier start, Supplier<EffectOutcome> performing) {
    await(start);
    return performing.get();
  }

  /** The guest as in the beginning, in a new opening. */
  private LifecycleRef again(LifecycleRef before) {
    String guestId = before.guestId();
    house.tenant().restore(guestId, Attempts.SOMEBODY, "again");
    house.tenant().setAccountEnabled(guestId, true, Attempts.SOMEBODY, "again");
    UUID openingId = UUID.fromString(before.openingId());
    house.store().lifecycles().close(openingId, "STOOD_DOWN", "the round is over", house.now());
    house.clock().pass(Duration.ofHours(1));
    return house.told(house.removed(house.opened(guestId, Trigger.INACTIVE)));
  }

  private static List<EffectOutcome> both(
      Callable<EffectOutcome> one, Callable<EffectOutcome> other)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<EffectOutcome> first = threads.submit(one);
      Future<EffectOutcome> second = threads.submit(other);
      return List.of(first.get(), second.get());
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the other performer never came to act", e);
    }
  }
}
