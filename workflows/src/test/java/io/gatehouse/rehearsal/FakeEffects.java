package io.gatehouse.rehearsal;

import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectActivities;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The writing side of the directory: each effect succeeds, unless the test says otherwise. */
final class FakeEffects implements EffectActivities {
  private final Journal journal;
  private final Script script;
  private final Supplier<Instant> clock;
  private final Map<Effect, Queue<EffectOutcome>> outcomes = new ConcurrentHashMap<>();

  FakeEffects(Journal journal, Script script, Supplier<Instant> clock) {
    this.journal = journal;
    this.script = script;
    this.clock = clock;
  }

  void next(Effect effect, EffectOutcome outcome) {
    outcomes.computeIfAbsent(effect, _ -> new ConcurrentLinkedQueue<>()).add(outcome);
  }

  @Override
  public EffectOutcome perform(EffectOrder order) {
    script.play("perform " + order.effect());
    Queue<EffectOutcome> scripted = outcomes.get(order.effect());
    EffectOutcome next = scripted == null ? null : scripted.poll();
    EffectOutcome outcome =
        next == null ? new EffectOutcome.Done(clock.get(), "request-1", 0) : next;
    journal.write(order.effect() + " " + outcome.getClass().getSimpleName());
    return outcome;
  }
}
