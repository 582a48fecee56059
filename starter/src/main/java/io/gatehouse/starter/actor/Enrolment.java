package io.gatehouse.starter.actor;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.evidence.Event;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.store.Store;
import io.gatehouse.store.actor.AcceptanceRow;
import io.gatehouse.store.actor.KeyRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The life of a key: asked for, accepted by two others, revoked; each step is evidence. */
public final class Enrolment {
  private final Store store;
  private final Clock clock;
  private final Proving proving;

  public Enrolment(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.proving = new Proving(store, clock);
  }

  /** A person's own key; it counts once two approvers have accepted it. */
  public KeyRow request(SigningKey key, Person person, String name) {
    return request(
        KeyRow.ofPerson(
            key.publicKey(), person.subject(), person.role().name(), name, clock.instant()));
  }

  /** The key of pages, which speak for whoever they have proved; it counts once it is rooted. */
  public KeyRow requestService(SigningKey key, String name) {
    return request(KeyRow.ofService(key.publicKey(), name, clock.instant()));
  }

  private KeyRow request(KeyRow key) {
    store.inTransaction(() -> {
      if (store.actorKeys().request(key)) {
        append("key.requested", key, Map.of());
      }
    });
    return key;
  }

  /**
   * One approver's word for a key; the second one's lets it count.
   *
   * @throws NotAllowed when it is the approver's own or that of pages, or they may not
   */
  public void accept(Hand hand, KeyRow key, String reason) {
    if (key.service()) {
      throw new NotAllowed(
          "A key of pages speaks for anybody: only the owner of the schema lets it count, with ./gatehouse key bootstrap.");
    }
    if (hand.person().subject().equals(key.subject())) {
      throw new NotAllowed("Nobody accepts a key of their own: another approver has to.");
    }
    store.inTransaction(() -> {
      Assertion signed = proving.prove(hand, Action.ACCEPT_KEY, key.asks());
      var acceptance =
          AcceptanceRow.of(key, Signer.claims(signed), signed.signature(), clock.instant());
      if (!store.actorKeys().accept(acceptance)) {
        throw new NotAllowed("You have accepted this key before.");
      }
      append("key.accepted", key, Map.of("by", hand.person().subject(), "reason", reason));
    });
  }

  /** Ends a key for good; taking away is one person's act. */
  public void revoke(Hand hand, KeyRow key, String reason) {
    store.inTransaction(() -> {
      proving.prove(hand, Action.REVOKE_KEY, "revoke the key " + key.keyId());
      String by = hand.person().subject();
      if (!store.actorKeys().revoke(key.keyId(), by, reason, clock.instant())) {
        throw new NotAllowed("The key was revoked before.");
      }
      append("key.revoked", key, Map.of("by", by, "reason", reason));
    });
  }

  /**
   * Lets trust begin at a key. Only for a store under the role that owns the schema: whoever holds
   * that could change everything anyway.
   *
   * @param again also when two people could accept it in the usual way
   */
  public void root(KeyRow key, String reason, boolean again) {
    store.inTransaction(() -> {
      if (!again && !key.service() && approvers() >= 2) {
        throw new NotAllowed(
            "There are two approvers who can accept keys already: ask them, or add --again if they cannot.");
      }
      if (!store.actorKeys().root(key.keyId(), reason, clock.instant())) {
        throw new NotAllowed("Trust begins at this key already.");
      }
      append("key.rooted", key, Map.of("reason", reason));
    });
  }

  /** How many people have a key that counts and can accept others. */
  private long approvers() {
    return store.actorKeys().all().stream()
        .filter(key -> AppRole.APPROVER.name().equals(key.role()))
        .flatMap(key -> store.actorKeys().find(key.keyId()).stream())
        .filter(key -> store.keyring().keyFlaw(key).isEmpty())
        .map(KeyRow::subject)
        .distinct()
        .count();
  }

  private void append(String kind, KeyRow key, Map<String, String> personal) {
    Instant now = clock.instant();
    var about = new TreeMap<>(personal);
    String subject = key.subject();
    if (subject != null) {
      about.put("owner", subject);
    }
    store
        .ledger()
        .append(
            new Event(
                kind,
                kind + "/" + key.keyId() + "/" + UUID.randomUUID(),
                now,
                null,
                Map.of(
                    "keyId", key.keyId(),
                    "publicKey", key.publicKey(),
                    "of", key.service() ? "SERVICE" : String.valueOf(key.role())),
                about),
            null);
  }
}
