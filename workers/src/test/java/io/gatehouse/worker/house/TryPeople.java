package io.gatehouse.worker.house;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Message;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.actor.AcceptanceRow;
import io.gatehouse.store.actor.ActorKeys;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.temporal.WorkflowIds;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People of one tenant and their keys: Ada and Bert, approvers whom the owner rooted, and others.
 */
public final class TryPeople {
  public static final String ADA = "ada";
  public static final String BERT = "bert";

  private final TryHouse house;
  private final SigningKey ada = SigningKey.generate();
  private final SigningKey bert = SigningKey.generate();
  private int nonces;

  public TryPeople(TryHouse house) {
    this.house = house;
    request(ada, ADA, "APPROVER");
    root(ada);
    request(bert, BERT, "APPROVER");
    root(bert);
  }

  public SigningKey ada() {
    return ada;
  }

  public SigningKey bert() {
    return bert;
  }

  /** A key that Ada and Bert accepted. */
  public SigningKey enrolled(String subject, String role) {
    SigningKey key = SigningKey.generate();
    KeyRow row = request(key, subject, role);
    accept(row, ada, ADA, "APPROVER");
    accept(row, bert, BERT, "APPROVER");
    return key;
  }

  /** The key of a process that speaks for people. */
  public SigningKey service() {
    SigningKey key = SigningKey.generate();
    KeyRow row = KeyRow.ofService(key.publicKey(), "serve", house.now());
    store().actorKeys().request(row);
    root(key);
    return key;
  }

  public KeyRow request(SigningKey key, String subject, String role) {
    KeyRow row = KeyRow.ofPerson(key.publicKey(), subject, role, "a laptop", house.now());
    store().actorKeys().request(row);
    return row;
  }

  public void accept(KeyRow key, SigningKey by, String subject, String role) {
    Instant now = house.now();
    var claims =
        new ActorClaims(
            subject,
            role,
            ActorKeys.ACCEPT,
            ActorClaims.digest(key.asks()),
            ActorKeys.place(house.house().tenant()),
            ActorKeys.NO_RUN,
            UUID.randomUUID().toString(),
            now.plusSeconds(60),
            by.id());
    store().actorKeys().accept(AcceptanceRow.of(key, claims, by.sign(claims.bytes()), now));
  }

  /** What somebody signs who says this about a lifecycle. */
  public Assertion signed(
      SigningKey key, String subject, AppRole role, LifecycleRef ref, Message message) {
    var claims =
        new ActorClaims(
            subject,
            role.name(),
            message.action().word(),
            ActorClaims.digest(message.asks()),
            WorkflowIds.guest(ref),
            message.openingId(),
            "nonce-" + ++nonces, // the same in each run, so that rows can be compared
            house.now().plus(Duration.ofMinutes(15)),
            key.id());
    return new Assertion(
        subject,
        role,
        claims.action(),
        claims.digest(),
        claims.workflowId(),
        claims.openingId(),
        claims.nonce(),
        claims.expiresAt(),
        claims.keyId(),
        key.sign(claims.bytes()));
  }

  /** What the lifecycle has looked at when the message comes. */
  public SenderCheck check(
      LifecycleRef ref, String update, Message message, @Nullable Assertion assertion) {
    return new SenderCheck(
        ref,
        update,
        message.action(),
        message.asks(),
        message.voice(),
        message.round(),
        house.now(),
        assertion);
  }

  /** As the owner of the schema, who alone may. */
  public void root(SigningKey key) {
    try (var owner = house.database().as(TestDatabase.OWNER)) {
      new Store(owner, house.house().tenant())
          .actorKeys()
          .root(key.id(), "for this test", house.now());
    }
  }

  private Store store() {
    return house.store();
  }
}
