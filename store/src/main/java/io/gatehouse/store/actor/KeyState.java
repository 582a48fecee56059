package io.gatehouse.store.actor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key with what was decided about it, for lists; whether it counts says {@link Keyring}.
 *
 * @param acceptedBy object ids, in the order in which they accepted it
 */
public record KeyState(
    String keyId,
    String kind,
    @Nullable String subject,
    @Nullable String role,
    String name,
    Instant requestedAt,
    @Nullable Instant rootedAt,
    @Nullable String acceptedBy,
    @Nullable Instant revokedAt) {}
