package io.gatehouse.worker.safety;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.write.DirectoryWriter;
import io.gatehouse.safety.Change;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectActivities;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.FreshLook;
import io.gatehouse.store.holding.HoldingKey;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.worker.house.Failures;
import io.gatehouse.worker.house.House;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Look, intend, act, prove. A run that is cut off anywhere is taken up by the next one: the ledger
 * says whether the effect was intended and proved, the directory says whether it took place.
 */
public final class EffectPerformer implements EffectActivities {
  /**
   * Behind this a request of ours has taken effect and shows, or never will: far above the time
   * limits of our calls and the minutes that Graph's copies lag behind (graph.md 2.1).
   */
  private static final Duration SETTLES_WITHIN = Duration.ofHours(1);

  private static final EffectOutcome GONE = new EffectOutcome.WorldChanged(Change.GONE);

  private final House house;
  private final Permission permission;
  private final Observation observation;
  private final EffectLedger ledger;
  private final DirectoryWriter writer;

  /**
   * @param looker reads under a registration of the acting side's own
   */
  public EffectPerformer(House house, DirectoryReader looker, DirectoryWriter writer) {
    this.house = house;
    this.permission = new Permission(house);
    this.ledger = new EffectLedger(house);
    this.observation = new Observation(house, looker, ledger);
    this.writer = writer;
  }

  @Override
  public EffectOutcome perform(EffectOrder order) {
    try {
      return once(order);
    } catch (GraphException e) {
      if (e.failure() instanceof GraphFailure.NotFound) {
        // Gone during the look, or between look and write, or an answer lost on the way.
        throw Failures.transientFailure(
            "The account went away while it was looked at; it is looked at again.");
      }
      if (Failures.worthRetrying(e)) {
        throw Failures.of(e);
      }
      return ledger.refused(order, unclear(order, String.valueOf(e.getMessage())));
    }
  }

  /** Where our intent stands, an attempt may have got through. */
  private EffectOutcome unclear(EffectOrder order, String reason) {
    return ledger.intent(order).isPresent()
        ? new EffectOutcome.Unproved(reason)
        : new EffectOutcome.Unclear(reason);
  }

  private EffectOutcome once(EffectOrder order) {
    Optional<EffectOutcome.Done> proved = ledger.proof(order);
    if (proved.isPresent()) { // asked again, or after a reset that led the store astray meanwhile
      ledger.stage(order, proved.get().at());
      return proved.get();
    }
    Optional<EntryRow> intent = ledger.intent(order);
    boolean intended = intent.isPresent();
    if (!intended) { // an intended effect may have happened: it must be proved, whatever the gate
      Optional<EffectOutcome> no = permission.refusal(order);
      if (no.isPresent()) {
        return no.get();
      }
    }
    Observation.Seen before =
        order.effect().takesAway()
            ? observation.look(order, intended)
            : observation.glance(order, intended);
    return switch (FreshLook.decide(order.effect(), before.sight())) {
      case FreshLook.AlreadyOurs _ -> prove(order, EffectLedger.EARLIER_ATTEMPT);
      case FreshLook.Stop _ when !intended && ledger.intent(order).isPresent() ->
          // What we saw may be the work of another attempt of ours, which intended meanwhile.
          throw Failures.transientFailure(
              "Another attempt of the same effect is under way; it is looked at again.");
      case FreshLook.Stop stop when mayStillShow(order, intent, stop.outcome()) ->
          throw Failures.transientFailure(
              "Our own request may take effect or show late; the account is looked at again.");
      case FreshLook.Stop stop -> stop(order, stop.outcome());
      case FreshLook.Act _ -> act(order, before);
    };
  }

  /**
   * Right after our intent, what stops us may only mean that the directory is not up to date: an
   * account that looks enabled may be disabled in a minute, one that is gone may be in the bin.
   */
  private boolean mayStillShow(
      EffectOrder order, Optional<EntryRow> intent, EffectOutcome stopped) {
    return order.effect().takesAway()
        && !(stopped instanceof EffectOutcome.Unclear) // a person looks, and has it tried again
        && !(order.effect() == Effect.DISABLE && stopped.equals(GONE))
        && intent
            .filter(entry -> entry.recordedAt().plus(SETTLES_WITHIN).isAfter(house.now()))
            .isPresent();
  }

  private EffectOutcome stop(EffectOrder order, EffectOutcome stopped) {
    if (stopped instanceof EffectOutcome.Unclear unclear) {
      return ledger.refused(order, unheard(order, unclear(order, unclear.reason())));
    }
    if (order.effect().takesAway() && !stopped.equals(GONE)) {
      ledger.lapse(order); // what somebody else does from here on must not pass for ours
    }
    return ledger.refused(order, unheard(order, stopped));
  }

  /** A word that came meanwhile is taken up before the lifecycle may end for another reason. */
  private EffectOutcome unheard(EffectOrder order, EffectOutcome stopped) {
    return stopped instanceof EffectOutcome.Unproved
        ? stopped
        : permission.unheard(order).orElse(stopped);
  }

  private EffectOutcome act(EffectOrder order, Observation.Seen before) {
    List<HoldingKey> holdings =
        order.effect() == Effect.DISABLE
            ? observation.holdings(order.ref().guestId(), before.around())
            : List.of();
    EffectOutcome decided =
        house
            .store()
            .inTransaction(() -> {
              Optional<EffectOutcome.Done> proved = ledger.proof(order);
              if (proved.isPresent()) { // by a faster attempt: what it did may be undone since
                return proved.get();
              }
              // Asked again under a lock: a pause that came meanwhile is seen, a later one waits.
              Optional<EffectOutcome> refusal =
                  permission.refusalLocked(order, ledger.intent(order).isPresent());
              if (refusal.isPresent()) {
                return ledger.refused(
                    order,
                    refusal.get() instanceof EffectOutcome.Unclear unclear
                        ? unclear(order, unclear.reason())
                        : refusal.get());
              }
              ledger.intend(order, before, holdings);
              return null;
            });
    return decided == null ? prove(order, write(order)) : decided;
  }

  /** Only a refused write lapses the intent: after a refused reading the effect may be there. */
  private String write(EffectOrder order) {
    try {
      return send(order);
    } catch (GraphException e) {
      if (!Failures.worthRetrying(e) && !(e.failure() instanceof GraphFailure.NotFound)) {
        ledger.lapse(order);
      }
      throw e;
    }
  }

  private String send(EffectOrder order) {
    String guestId = order.ref().guestId();
    return switch (order.effect()) {
      case DISABLE -> writer.setAccountEnabled(guestId, false).requestId();
      case ENABLE -> writer.setAccountEnabled(guestId, true).requestId();
      case SOFT_DELETE -> writer.delete(guestId).requestId();
      case RESTORE -> writer.restore(guestId).requestId();
    };
  }

  private EffectOutcome prove(EffectOrder order, String requestId) {
    Observation.Seen after = observation.glance(order, true);
    if (!(FreshLook.decide(order.effect(), after.sight()) instanceof FreshLook.AlreadyOurs)) {
      throw Failures.transientFailure(
          "Graph accepted to %s and does not show it yet.".formatted(order.effect().words()));
    }
    List<HoldingKey> holdings =
        order.effect() == Effect.ENABLE ? observation.holdings(order.ref().guestId()) : List.of();
    return ledger.prove(order, after, requestId, holdings);
  }
}
