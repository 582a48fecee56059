package io.gatehouse.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a person asserts when they act: who they are, what exactly they ask for, where, once, and
 * until when. A signature covers {@link #bytes()}.
 *
 * @param subject object id of the person
 * @param role the app role in which they act
 * @param action the name of the act
 * @param digest of what is asked for, see {@link #digest}: a signed keep is no remove
 * @param workflowId where it may count, such as {@code guest/{tenant}/{objectId}} or {@code
 *     gate/{tenant}}
 * @param openingId which run of it; {@code none} where there are no runs
 * @param nonce random: the same assertion counts once
 * @param expiresAt in whole seconds
 * @param keyId of the key that signs, see {@link Signatures#keyId}
 */
public record ActorClaims(
    String subject,
    String role,
    String action,
    String digest,
    String workflowId,
    String openingId,
    String nonce,
    Instant expiresAt,
    String keyId) {

  /** Says what is signed and in which form, so that no other signed text can pass for this one. */
  private static final String KIND = "gatehouse.actor/1";

  public ActorClaims {
    expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Canonical JSON: the same claims are the same bytes everywhere. */
  public byte[] bytes() {
    return CanonicalJson.write(
        Map.of(
            "kind", KIND,
            "subject", subject,
            "role", role,
            "action", action,
            "digest", digest,
            "workflowId", workflowId,
            "openingId", openingId,
            "nonce", nonce,
            "expiresAt", expiresAt.toString(),
            "keyId", keyId));
  }

  /** SHA-256 of the words of a request, in lower-case hex. */
  public static String digest(String asks) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(asks.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
