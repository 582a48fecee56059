package io.gatehouse.store.safety;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish that the gate opens, which somebody else has to approve.
 *
 * @param askedBy object id
 * @param withdrawnAt when the gate was closed again meanwhile
 */
public record GateRequestRow(
    UUID requestId,
    Instant askedAt,
    String askedBy,
    String reason,
    Instant expiresAt,
    @Nullable Instant approvedAt,
    @Nullable String approvedBy,
    @Nullable Instant withdrawnAt) {

  public static GateRequestRow asked(
      UUID requestId, String by, String reason, Instant at, Instant expiresAt) {
    return new GateRequestRow(requestId, at, by, reason, expiresAt, null, null, null);
  }
}
