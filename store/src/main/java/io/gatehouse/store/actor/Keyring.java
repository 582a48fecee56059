package io.gatehouse.store.actor;

import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.Signatures;
import java.util.HashSet;
import java.util.Optional;

/**
 * Decides whether an assertion is proved: signed by a key that counts, for whom that key may speak.
 *
 * <p>A key counts while it is not revoked and trust reaches it ({@link Trust}). The signatures are
 * checked at each look, so a row that somebody wrote into the database proves nothing.
 */
public final class Keyring {
  private final ActorKeys keys;
  private final String tenant;

  public Keyring(ActorKeys keys, String tenant) {
    this.keys = keys;
    this.tenant = tenant;
  }

  /** Why these claims are not proved by this signature, in a sentence; empty when they are. */
  public Optional<String> flaw(ActorClaims claims, String signature) {
    Optional<KeyRow> found = keys.find(claims.keyId());
    if (found.isEmpty()) {
      return Optional.of("the key is not enrolled");
    }
    KeyRow key = found.get();
    return keyFlaw(key)
        .or(() ->
            key.speaksFor(claims.subject(), claims.role())
                ? Optional.empty()
                : Optional.of("the key belongs to somebody else, or to another role"))
        .or(() ->
            Signatures.verify(key.publicKey(), claims.bytes(), signature)
                ? Optional.empty()
                : Optional.of("the signature does not belong to what is asked for"));
  }

  /** Why a key does not count, in a sentence; empty when it does. */
  public Optional<String> keyFlaw(KeyRow key) {
    ActorKeys.Word word = keys.word(key.keyId());
    if (word.revoked()) {
      return Optional.of("the key is revoked");
    }
    if (!Trust.isItself(key)) {
      return Optional.of("the key was exchanged in the database");
    }
    if (word.rooted()) {
      return Optional.empty();
    }
    if (key.service()) {
      return Optional.of("the owner of the schema has not let the key of these pages count yet");
    }
    Trust trust = new Trust(keys.keys(), new HashSet<>(keys.roots()), keys.acceptances(), tenant);
    if (trust.reaches(key)) {
      return Optional.empty();
    }
    return Optional.of(
        trust.vouching(key) == 0
            ? "the key is not accepted by any approver whose own key counts"
            : "the key is accepted by one approver and needs a second");
  }

  /** Asked for and not revoked, and does not count: it may one day. */
  public boolean pending(String keyId) {
    return keys.find(keyId).filter(key -> keyFlaw(key).isPresent()).isPresent()
        && !keys.word(keyId).revoked();
  }
}
