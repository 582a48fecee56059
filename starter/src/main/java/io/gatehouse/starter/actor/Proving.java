package io.gatehouse.starter.actor;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.Assertion;
import io.gatehouse.evidence.Event;
import io.gatehouse.store.Store;
import io.gatehouse.store.actor.ActorKeys;
import io.gatehouse.store.safety.GateProof;
import io.gatehouse.store.safety.PolicyProof;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Proves who acts on the tenant as a whole, and writes it down, as workers do for lifecycles. */
public final class Proving {
  private final Store store;
  private final Clock clock;

  public Proving(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Signs, checks and records in the caller's transaction, before the act itself.
   *
   * @param asks what is asked for, in words that stand for this act alone
   * @return what was signed
   * @throws NotAllowed with a sentence for the person
   */
  public Assertion prove(Hand hand, Action action, String asks) {
    Person person = hand.person();
    if (!person.role().may(action)) {
      throw new NotAllowed(
          "The role %s may not do this (%s).".formatted(person.role().claim(), words(action)));
    }
    Instant now = clock.instant();
    Assertion signed = hand.signer().sign(person, action, asks, place(action), ActorKeys.NO_RUN);
    store
        .keyring()
        .flaw(Signer.claims(signed), signed.signature())
        .ifPresent(flaw -> {
          throw new NotAllowed("Who you are is not proved: %s.".formatted(flaw));
        });
    store.actorKeys().use(signed.nonce(), action.word() + " " + signed.digest(), now);
    store.ledger().append(event(signed, now), null);
    return signed;
  }

  private String place(Action action) {
    return switch (action) {
      case ACCEPT_KEY, REVOKE_KEY -> ActorKeys.place(store.tenant());
      case ACCEPT_SCAN -> "scan/" + store.tenant();
      case APPLY_POLICY -> PolicyProof.place(store.tenant());
      default -> GateProof.place(store.tenant());
    };
  }

  private static String words(Action action) {
    return action.word().replace('-', ' ');
  }

  private static Event event(Assertion signed, Instant at) {
    return new Event(
        "sender.proved",
        "sender/" + signed.nonce(),
        at,
        null,
        Map.of(
            "action", signed.action(),
            "digest", signed.digest(),
            "place", signed.workflowId(),
            "role", signed.role().name(),
            "keyId", signed.keyId(),
            "nonce", signed.nonce(),
            "expires", signed.expiresAt().toString(),
            "signature", signed.signature()),
        Map.of("actor", signed.subject()));
  }
}
