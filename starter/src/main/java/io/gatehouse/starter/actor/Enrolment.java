package io.gatehouse.starter.actor;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.evidence.Event;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.store.Store;
import io.gatehouse.store.actor.AcceptanceRow;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.store.actor.KeyState;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The life of a key: asked for, accepted by somebody else, revoked; each step is evidence. */
public final class Enrolment {
  private final Store store;
  private final Clock clock;
  private final Proving proving;

  public Enrolment(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.proving = new Proving(store, clock);
  }

  /** A person's own key; it counts once an approver has accepted it. */
  public KeyRow request(SigningKey key, Person person, String name) {
    return request(
        KeyRow.ofPerson(
            key.publicKey(), person.subject(), person.role().name(), name, clock.instant()));
  }

  /** The key of pages, which speak for whoever they have proved. */
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
   * Lets a key count.
   *
   * @throws NotAllowed when it is the approver's own, or they may not
   */
  public void accept(Hand hand, KeyRow key, String reason) {
    if (hand.person().subject().equals(key.subject())) {
      throw new NotAllowed("Nobody accepts a key of their own: another approver has to.");
    }
    store.inTransaction(() -> {
      Assertion signed = proving.prove(hand, Action.ACCEPT_KEY, key.asks());
      var acceptance =
          AcceptanceRow.of(key, Signer.claims(signed), signed.signature(), clock.instant());
      if (!store.actorKeys().accept(acceptance)) {
        throw new NotAllowed("The key was accepted before.");
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
   * @param again also when somebody could accept it in the usual way
   */
  public void root(KeyRow key, String reason, boolean again) {
    if (!key.service() && !AppRole.APPROVER.name().equals(key.role())) {
      throw new NotAllowed("The first key is an approver's or the pages': others are accepted.");
    }
    store.inTransaction(() -> {
      if (!again && store.actorKeys().all().stream().anyMatch(Enrolment::canAccept)) {
        throw new NotAllowed(
            "There is somebody who can accept keys already: ask them, or add --again if none of them can.");
      }
      if (!store.actorKeys().root(key.keyId(), reason, clock.instant())) {
        throw new NotAllowed("The key is a first one already.");
      }
      append("key.rooted", key, Map.of("reason", reason));
    });
  }

  private static boolean canAccept(KeyState key) {
    boolean counts =
        key.revokedAt() == null && (key.rootedAt() != null || key.acceptedAt() != null);
    return counts && (key.kind().equals("SERVICE") || AppRole.APPROVER.name().equals(key.role()));
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
