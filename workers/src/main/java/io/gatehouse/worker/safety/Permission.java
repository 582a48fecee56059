package io.gatehouse.worker.safety;

import io.gatehouse.attestation.Choice;
import io.gatehouse.guest.GuestNotice;
import io.gatehouse.policy.Mode;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.safety.SafetyRow;
import io.gatehouse.worker.house.House;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether the house allows an effect now: gate, mode, holds and answers that were not heard yet.
 */
final class Permission {
  private static final String NOTICE = "GUEST_" + GuestNotice.Kind.BEFORE_DISABLE;

  /** An hour, as whoever gives slots says, and a little for clocks that differ. */
  private static final Duration SLOT_KEEPS = Duration.ofMinutes(65);

  private final House house;

  Permission(House house) {
    this.house = house;
  }

  /** Before anything was intended. */
  Optional<EffectOutcome> refusal(EffectOrder order) {
    return refusal(order, house.store().safety().current(), false);
  }

  /**
   * The same inside a transaction that keeps mode and gate from changing until it ends.
   *
   * @param intended whether our intent stands: the effect may have happened, so no slot is asked
   *     for
   */
  Optional<EffectOutcome> refusalLocked(EffectOrder order, boolean intended) {
    house.store().lifecycles().lock(UUID.fromString(order.ref().openingId()));
    return refusal(order, house.store().safety().currentLocked(), intended);
  }

  /** A word that is recorded and that the lifecycle has still to act upon. */
  Optional<EffectOutcome> unheard(EffectOrder order) {
    UUID openingId = UUID.fromString(order.ref().openingId());
    boolean unheard =
        order.effect().takesAway()
            && (house.store().answers().pendingFor(openingId) > 0
                || Words.last(house.store(), openingId).equals(Optional.of(Choice.KEEP)));
    return unheard ? Optional.of(new EffectOutcome.AnswerPending()) : Optional.empty();
  }

  private Optional<EffectOutcome> refusal(EffectOrder order, SafetyRow safety, boolean intended) {
    Store store = house.store();
    UUID openingId = UUID.fromString(order.ref().openingId());
    Mode mode = Mode.valueOf(safety.mode());
    boolean onlyNotProved = safety.modeFlaw() != null && !order.effect().takesAway();
    if (mode == Mode.OBSERVE && !onlyNotProved) {
      return Optional.of(
          new EffectOutcome.GateClosed(
              Objects.requireNonNullElse(safety.modeFlaw(), "the mode only observes")));
    }
    if (!order.effect().takesAway()) {
      return Optional.empty(); // giving back what we took is never against the rules
    }
    Optional<EffectOutcome> over = over(openingId);
    if (over.isPresent()) {
      return over;
    }
    if (!safety.gateIsOpen()) {
      return Optional.of(new EffectOutcome.GateClosed(Objects.toString(safety.gateReason())));
    }
    if (mode == Mode.NOTIFY || house.askedUnder(openingId) != Mode.ENFORCE) {
      return Optional.of(new EffectOutcome.NotEnforced());
    }
    return unheard(order)
        .or(() -> leftOpen(order, openingId))
        .or(() ->
            !intended && slotMissed(order, openingId)
                ? Optional.of(new EffectOutcome.SlotMissed())
                : Optional.empty());
  }

  /** A run that was reset or started by hand in Temporal may go on where ours has ended. */
  private Optional<EffectOutcome> over(UUID openingId) {
    Optional<LifecycleRow> row = house.store().lifecycles().find(openingId);
    if (row.isEmpty()) {
      return Optional.of(
          new EffectOutcome.Unclear(
              "Gatehouse has not opened this lifecycle: terminate this run in Temporal"));
    }
    return row.filter(it -> !it.isOpen())
        .map(it ->
            new EffectOutcome.Unclear(
                "Gatehouse closed this lifecycle at %s (%s): terminate this run in Temporal, the next scan decides anew"
                    .formatted(it.closedAt(), it.outcome())));
  }

  /**
   * An effect is tried again for as long as Graph is away: without this, all that was due in an
   * outage would happen at its end.
   */
  private boolean slotMissed(EffectOrder order, UUID openingId) {
    return house
        .store()
        .reservations()
        .find(openingId, order.effect().name(), order.ordinal())
        .filter(slot ->
            slot.releasedAt() != null || slot.slotAt().plus(SLOT_KEEPS).isBefore(house.now()))
        .isPresent();
  }

  /**
   * What the lifecycle itself waits for, asked again here: after a reset in Temporal the lifecycle
   * may have forgotten it, the store has not.
   */
  private Optional<EffectOutcome> leftOpen(EffectOrder order, UUID openingId) {
    Store store = house.store();
    boolean onHold =
        store
            .lifecycles()
            .find(openingId)
            .map(LifecycleRow::holdUntil)
            .filter(until -> until.isAfter(house.now()))
            .isPresent();
    if (onHold) {
      return Optional.of(new EffectOutcome.AnswerPending());
    }
    boolean told =
        store.mails().of(openingId).stream()
            .filter(mail -> mail.kind().equals(NOTICE))
            .anyMatch(mail -> mail.handedOverAt() != null || mail.failure() != null);
    return order.effect() == Effect.DISABLE && !told
        ? Optional.of(new EffectOutcome.NotTold())
        : Optional.empty();
  }
}
