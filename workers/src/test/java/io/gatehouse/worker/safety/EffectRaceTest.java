package io.gatehouse.worker.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.worker.house.TryHouse;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An attempt that Temporal gave up still runs beside the next one, on another worker. */
class EffectRaceTest {
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
