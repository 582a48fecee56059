package io.gatehouse.store.actor;

import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.Signatures;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether an assertion is proved: signed by a key that counts, for whom that key may speak.
 *
 * <p>A key counts when the owner of the schema rooted it, or when an approver whose key counts
 * signed for it; the signatures are checked at each look, so a row that somebody wrote into the
 * database proves nothing.
 */
public final class Keyring {
  /** Longer chains than any house has people to accept each other. */
  private static final int LONGEST_CHAIN = 16;

  private static final String APPROVER = "APPROVER";

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
        .or(() -> speaksFor(key, claims.subject(), claims.role()))
        .or(() ->
            Signatures.verify(key.publicKey(), claims.bytes(), signature)
                ? Optional.empty()
                : Optional.of("the signature does not belong to what is asked for"));
  }

  /** Why a key does not count, in a sentence; empty when it does. */
  public Optional<String> keyFlaw(KeyRow key) {
    return keys.revoked(key.keyId()).isPresent()
        ? Optional.of("the key is revoked")
        : chainFlaw(key, LONGEST_CHAIN);
  }

  /** Asked for and neither accepted nor revoked: it may count one day. */
  public boolean pending(String keyId) {
    return keys.find(keyId).isPresent()
        && !keys.rooted(keyId)
        && keys.acceptance(keyId).isEmpty()
        && keys.revoked(keyId).isEmpty();
  }

  private static Optional<String> speaksFor(KeyRow key, String subject, String role) {
    if (key.service()) {
      return Optional.empty();
    }
    return subject.equals(key.subject()) && role.equals(key.role())
        ? Optional.empty()
        : Optional.of("the key belongs to somebody else, or to another role");
  }

  private Optional<String> chainFlaw(KeyRow key, int left) {
    if (!Signatures.keyId(key.publicKey()).equals(key.keyId())) {
      return Optional.of("the key was exchanged in the database");
    }
    if (keys.rooted(key.keyId())) {
      return Optional.empty();
    }
    Optional<AcceptanceRow> acceptance = keys.acceptance(key.keyId());
    if (acceptance.isEmpty()) {
      return Optional.of("the key is not accepted yet");
    }
    boolean counts = left > 0 && counts(key, acceptance.get(), left);
    return counts
        ? Optional.empty()
        : Optional.of("the key was not accepted by an approver whose own key counts");
  }

  private boolean counts(KeyRow key, AcceptanceRow acceptance, int left) {
    Optional<KeyRow> by = keys.find(acceptance.signedBy());
    return by.isPresent()
        && acceptance.role().equals(APPROVER)
        && !acceptance.subject().equals(key.subject()) // nobody vouches for themselves
        && !revokedBefore(by.get(), acceptance.acceptedAt())
        && speaksFor(by.get(), acceptance.subject(), acceptance.role()).isEmpty()
        && chainFlaw(by.get(), left - 1).isEmpty()
        && Signatures.verify(
            by.get().publicKey(), acceptance.claims(key, tenant).bytes(), acceptance.signature());
  }

  private boolean revokedBefore(KeyRow key, Instant at) {
    return keys.revoked(key.keyId()).filter(revoked -> !revoked.isAfter(at)).isPresent();
  }
}
