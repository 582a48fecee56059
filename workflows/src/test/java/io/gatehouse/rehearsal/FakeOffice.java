package io.gatehouse.rehearsal;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.RecordActivities;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.ReservationActivities;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The store: slots are free at once, unless the test says otherwise. */
final class FakeOffice implements RecordActivities, ReservationActivities {
  private final Journal journal;
  private final Script script;
  private final Supplier<Instant> clock;
  private final Queue<Duration> slots = new ConcurrentLinkedQueue<>();

  FakeOffice(Journal journal, Script script, Supplier<Instant> clock) {
    this.journal = journal;
    this.script = script;
    this.clock = clock;
  }

  void nextSlot(Duration fromNow) {
    slots.add(fromNow);
  }

  @Override
  public Instant reserve(EffectOrder order) {
    script.play("reserve");
    journal.write("reserves " + order.effect());
    Duration fromNow = slots.poll();
    return clock.get().plus(fromNow == null ? Duration.ZERO : fromNow);
  }

  @Override
  public void close(LifecycleRef ref, Closing closing) {
    script.play("close");
    journal.write(
        "closes %s%s: %s"
            .formatted(
                closing.outcome(),
                closing.keptUntil() == null ? "" : " until " + closing.keptUntil(),
                closing.reason()));
  }

  @Override
  public void park(LifecycleRef ref, String reason) {
    script.play("park");
    journal.write("parks: " + reason);
  }

  @Override
  public void waitForGate(LifecycleRef ref, String reason) {
    script.play("waitForGate");
    journal.write("waits for the gate: " + reason);
  }
}
