package io.gatehouse.worker.guest;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.RecordActivities;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Policy;
import io.gatehouse.safety.Effect;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.lifecycle.Lifecycles;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what a lifecycle came to: read models and ledger in one transaction. */
public final class LifecycleRecorder implements RecordActivities {
  private final House house;
  private final Chronicle chronicle;

  public LifecycleRecorder(House house) {
    this.house = house;
    this.chronicle = new Chronicle(house);
  }

  @Override
  public void close(LifecycleRef ref, Closing closing) {
    house.store().inTransaction(() -> close(ref, closing, house.now()));
  }

  private void close(LifecycleRef ref, Closing closing, Instant now) {
    Store store = house.store();
    UUID openingId = UUID.fromString(ref.openingId());
    store.lifecycles().lock(openingId);
    if (!store.lifecycles().find(openingId).orElseThrow().isOpen()) {
      return; // by an earlier attempt, or this is a run of a lifecycle that has ended
    }
    store.lifecycles().stage(openingId, Stage.CLOSED.name(), "nothing", null);
    store.lifecycles().close(openingId, closing.outcome().name(), closing.reason(), now);
    for (QuestionRow question : store.questions().of(openingId)) {
      store.questions().settle(openingId, question.round(), now);
    }
    for (Effect effect : List.of(Effect.DISABLE, Effect.SOFT_DELETE)) {
      String proof = "%s/%s/1/proof".formatted(ref.openingId(), effect);
      if (store.ledger().find(proof).isEmpty()) {
        store.reservations().release(openingId, effect.name(), 1, now);
      }
    }
    House.Applied applied = house.policy();
    String words = closing.reason();
    LocalDate until = closing.keptUntil();
    if (until != null) {
      words = "kept until " + until;
      store.guests().attested(ref.guestId(), now);
      store
          .guests()
          .keepUntil(
              ref.guestId(), until.plusDays(1).atStartOfDay(applied.policy().zone()).toInstant());
    } else {
      store.guests().notBefore(ref.guestId(), reopenAt(ref, applied, now));
    }
    store.guests().setStanding(List.of(ref.guestId()), closing.outcome().standing().name(), words);
    chronicle.append(
        ref,
        "lifecycle.closed",
        "closed",
        now,
        Map.of(
            "outcome", closing.outcome().name(),
            "reason", closing.reason(),
            "keptUntil", closing.outcome() == Outcome.KEPT ? Chronicle.text(until) : "none"),
        Map.of());
  }

  /** A question about an exclusion is not put again; with its end the guest is like any other. */
  private Instant reopenAt(LifecycleRef ref, House.Applied applied, Instant now) {
    Policy policy = applied.policy();
    Instant usual = now.plus(Duration.ofDays(policy.triggers().reopenAfterDays()));
    UUID openingId = UUID.fromString(ref.openingId());
    String trigger = house.store().lifecycles().find(openingId).orElseThrow().trigger();
    return policy.exclusions().stream()
        .filter(_ -> trigger.equals(Trigger.EXCLUSION_ENDS.name()))
        .filter(exclusion -> exclusion.holdsFor(ref.guestId(), applied.today(now)))
        .map(exclusion -> exclusion.until().plusDays(1).atStartOfDay(policy.zone()).toInstant())
        .findFirst()
        .orElse(usual);
  }

  /** Said again after its answer was lost, it is one stop and not two. */
  @Override
  public void park(LifecycleRef ref, String reason) {
    Instant now = house.now();
    UUID openingId = UUID.fromString(ref.openingId());
    house
        .store()
        .inTransaction(() -> {
          LifecycleRow row = house.store().lifecycles().find(openingId).orElseThrow();
          if (row.needsOperator() && reason.equals(row.operatorReason())) {
            return;
          }
          house.store().lifecycles().needsOperator(openingId, reason);
          chronicle.append(
              ref, "lifecycle.parked", "parked/" + now, now, Map.of("reason", reason), Map.of());
        });
  }

  @Override
  public void waitForGate(LifecycleRef ref, String reason) {
    UUID openingId = UUID.fromString(ref.openingId());
    LifecycleRow row = house.store().lifecycles().find(openingId).orElseThrow();
    house.store().lifecycles().stage(openingId, row.stage(), Lifecycles.GATE, null);
  }
}
