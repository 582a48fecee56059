package io.gatehouse.actor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a message, signed: Temporal itself tells a workflow nothing about its sender.
 *
 * @param subject object id of the person
 * @param action the word of an {@link Action}
 * @param digest SHA-256 of what the message asks for, in lower-case hex
 * @param workflowId the lifecycle it is meant for
 * @param openingId the opening it is meant for
 * @param nonce random: the same assertion counts once
 * @param expiresAt in whole seconds
 * @param keyId SHA-256 of the public key
 * @param signature Ed25519 over the canonical JSON of all of this, base64
 */
public record Assertion(
    String subject,
    AppRole role,
    String action,
    String digest,
    String workflowId,
    String openingId,
    String nonce,
    Instant expiresAt,
    String keyId,
    String signature) {
  public Assertion {
    for (Object part :
        new @Nullable Object[] {
          subject, role, action, digest, workflowId, openingId, nonce, expiresAt, keyId, signature
        }) {
      if (part == null) { // typed by hand: JSON knows nothing of our nulls
        throw new IllegalArgumentException("an assertion is whole, or it is none");
      }
    }
  }
}
