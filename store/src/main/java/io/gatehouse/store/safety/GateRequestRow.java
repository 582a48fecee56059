package io.gatehouse.store.safety;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish that the gate opens, which somebody else has to approve.
 *
 * @param askedBy object id
 * @param askedNonce of what they signed: it stands in the ledger
 * @param withdrawnAt when the gate was closed again meanwhile
 */
public record GateRequestRow(
    UUID requestId,
    Instant askedAt,
    String askedBy,
    @Nullable String askedNonce,
    String reason,
    Instant expiresAt,
    @Nullable Instant approvedAt,
    @Nullable String approvedBy,
    @Nullable String approvedNonce,
    @Nullable Instant withdrawnAt) {

  public static GateRequestRow asked(
      UUID requestId, String by, String nonce, String reason, Instant at, Instant expiresAt) {
    return new GateRequestRow(requestId, at, by, nonce, reason, expiresAt, null, null, null, null);
  }

  /** What whoever asks signs. */
  public static String asking(String reason) {
    return "open the gate: " + reason;
  }

  /** What whoever approves signs. */
  public String approval() {
    return "open the gate as asked in " + requestId;
  }
}
