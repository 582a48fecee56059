package io.gatehouse.starter.policy;

import io.gatehouse.actor.Action;
import io.gatehouse.evidence.Event;
import io.gatehouse.policy.Mode;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.Proving;
import io.gatehouse.store.Store;
import io.gatehouse.store.policy.PolicyRow;
import io.gatehouse.store.safety.PolicyProof;
import io.gatehouse.store.safety.SafetyRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Puts a policy into force: a new version, its mode, and the evidence of both. */
public final class PolicyApplication {
  private final Store store;
  private final Clock clock;

  public PolicyApplication(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param isNew false when this very content was in force already
   */
  public record Result(int version, boolean isNew, String modeBefore, String mode) {}

  /**
   * Applies a checked policy as a proved person.
   *
   * @throws io.gatehouse.starter.actor.NotAllowed with a sentence
   */
  public Result apply(PolicyFile file, Hand hand) {
    return store.inTransaction(() -> {
      store
          .policies()
          .lock(); // in the ledger, what is signed has to stand behind the version before
      String nonce =
          new Proving(store, clock)
              .prove(hand, Action.APPLY_POLICY, PolicyProof.asking(file.hash()))
              .nonce();
      return apply(file, hand.person().subject(), nonce);
    });
  }

  private Result apply(PolicyFile file, String by, String nonce) {
    Instant now = clock.instant();
    SafetyRow safety = store.safety().currentLocked();
    Optional<PolicyRow> same =
        store
            .policies()
            .newest()
            .filter(newest -> newest.hash().equals(file.hash()) && safety.modeFlaw() == null);
    PolicyRow row =
        same.orElseGet(() -> store.policies().apply(file.hash(), file.body(), now, by, nonce));
    if (same.isEmpty()) {
      store.ledger().append(applied(row, now, by), null);
    }
    Mode mode = file.policy().mode();
    if (!safety.mode().equals(mode.name()) || safety.modeFlaw() != null) {
      store.safety().setMode(mode.name(), now, by);
    }
    if (!safety.mode().equals(mode.name())) {
      store.ledger().append(modeChanged(safety.mode(), mode, now, by), null);
    }
    return new Result(row.version(), same.isEmpty(), safety.mode(), mode.name());
  }

  private static Event applied(PolicyRow row, Instant at, String by) {
    return new Event(
        "policy.applied",
        PolicyProof.key(row),
        at,
        null,
        Map.of("version", row.version(), "hash", row.hash()),
        Map.of("by", by));
  }

  private static Event modeChanged(String from, Mode to, Instant at, String by) {
    return new Event(
        "mode.changed",
        "mode/" + at + "/" + to,
        at,
        null,
        Map.of("from", from, "to", to.name()),
        Map.of("by", by));
  }
}
