package io.gatehouse.worker.safety;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** Performs effects as Temporal would: again after a failure, when the failure says so. */
final class Attempts {
  private static final int AT_MOST = 6;
  static final Initiator SOMEBODY = new Initiator.Person("admin@contoso.example.com");

  private final TryHouse house;
  private final EffectPerformer performer;

  Attempts(TryHouse house) {
    this(house, house.house());
  }

  /** By a worker with another way to the same database. */
  Attempts(TryHouse house, House worker) {
    this.house = house;
    this.performer = new EffectPerformer(worker, house.looker(), house.writer());
  }

  static EffectOrder order(LifecycleRef ref, Effect effect) {
    return new EffectOrder(ref, effect, 1);
  }

  EffectOutcome once(LifecycleRef ref, Effect effect) {
    return performer.perform(order(ref, effect));
  }

  EffectOutcome.Done done(LifecycleRef ref, Effect effect) {
    return (EffectOutcome.Done) once(ref, effect);
  }

  EffectOutcome untilNoFailure(LifecycleRef ref, Effect effect) {
    for (int attempt = 1; attempt < AT_MOST; attempt++) {
      try {
        return once(ref, effect);
      } catch (ApplicationFailure failure) {
        Duration told = failure.getNextRetryDelay();
        house.clock().pass(told == null ? Duration.ofSeconds(2) : told);
      }
    }
    return once(ref, effect);
  }

  /** Brings the guest to where the effect comes next, by somebody else's hand. */
  void prepare(String guestId, Effect effect) {
    switch (effect) {
      case DISABLE -> {}
      case SOFT_DELETE, ENABLE ->
          house.tenant().setAccountEnabled(guestId, false, SOMEBODY, "prepared");
      case RESTORE -> house.tenant().delete(guestId, SOMEBODY, "prepared");
    }
  }

  static String activity(Effect effect) {
    return switch (effect) {
      case DISABLE -> AuditEntry.DISABLE;
      case SOFT_DELETE -> AuditEntry.DELETE;
      case RESTORE -> AuditEntry.RESTORE;
      case ENABLE -> AuditEntry.ENABLE;
    };
  }

  /** The call that carries the effect out, for faults. */
  static String method(Effect effect) {
    return switch (effect) {
      case DISABLE, ENABLE -> "PATCH";
      case SOFT_DELETE -> "DELETE";
      case RESTORE -> "POST";
    };
  }
}
