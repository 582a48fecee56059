package io.gatehouse.store;

import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.Event;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.store.actor.ActorKeys;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.store.policy.PolicyRow;
import io.gatehouse.store.safety.PolicyProof;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** An operator with a key that counts, who puts policies into force. */
public final class TestOperator {
  public static final String SUBJECT = "operator-of-this-test";

  private static final String ROLE = "OPERATOR";

  private final Store store;
  private final SigningKey key = SigningKey.generate();
  private int applied;

  public TestOperator(TestDatabase database, Store store, Instant now) {
    this.store = store;
    store.actorKeys().request(KeyRow.ofPerson(key.publicKey(), SUBJECT, ROLE, "a laptop", now));
    try (var owner = database.as(TestDatabase.OWNER)) {
      new Store(owner, store.tenant()).actorKeys().root(key.id(), "for this test", now);
    }
  }

  public SigningKey key() {
    return key;
  }

  /**
   * Puts a policy into force.
   *
   * @param body JSON
   * @param mode as the body says it
   */
  public PolicyRow apply(String body, String mode, Instant at) {
    String nonce = "policy-" + ++applied;
    String hash = sha256(body);
    return store.inTransaction(() -> {
      store.ledger().append(signed(hash, nonce, at), null);
      PolicyRow row = store.policies().apply(hash, body, at, SUBJECT, nonce);
      store.ledger().append(appliedEvent(row, at), null);
      store.safety().setMode(mode, at, SUBJECT);
      return row;
    });
  }

  private Event signed(String hash, String nonce, Instant at) {
    Instant expires = at.plusSeconds(60);
    var claims =
        new ActorClaims(
            SUBJECT,
            ROLE,
            "apply-policy",
            ActorClaims.digest(PolicyProof.asking(hash)),
            PolicyProof.place(store.tenant()),
            ActorKeys.NO_RUN,
            nonce,
            expires,
            key.id());
    return new Event(
        "sender.proved",
        "sender/" + nonce,
        at,
        null,
        Map.of(
            "role", ROLE,
            "keyId", key.id(),
            "expires", expires.toString(),
            "signature", key.sign(claims.bytes())),
        Map.of("actor", SUBJECT));
  }

  private static Event appliedEvent(PolicyRow row, Instant at) {
    return new Event(
        "policy.applied",
        PolicyProof.key(row),
        at,
        null,
        Map.of("version", row.version(), "hash", row.hash()),
        Map.of("by", SUBJECT));
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
