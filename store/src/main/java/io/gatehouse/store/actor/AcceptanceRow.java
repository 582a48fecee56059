package io.gatehouse.store.actor;

import io.gatehouse.evidence.ActorClaims;
import java.time.Instant;

/**
 * An approver's signed word that a key belongs to whom it names.
 *
 * @param acceptedAt for people: what decides is the order in which the database got the rows
 * @param subject object id of who accepted it
 * @param role in which they did, APPROVER
 */
public record AcceptanceRow(
    String keyId,
    Instant acceptedAt,
    String subject,
    String role,
    String nonce,
    Instant expiresAt,
    String signedBy,
    String signature) {

  public static AcceptanceRow of(KeyRow key, ActorClaims claims, String signature, Instant at) {
    return new AcceptanceRow(
        key.keyId(),
        at,
        claims.subject(),
        claims.role(),
        claims.nonce(),
        claims.expiresAt(),
        claims.keyId(),
        signature);
  }

  /** What was signed, made again from the key as it stands there now. */
  ActorClaims claims(KeyRow key, String tenant) {
    return new ActorClaims(
        subject,
        role,
        ActorKeys.ACCEPT,
        ActorClaims.digest(key.asks()),
        ActorKeys.place(tenant),
        ActorKeys.NO_RUN,
        nonce,
        expiresAt,
        signedBy);
  }
}
