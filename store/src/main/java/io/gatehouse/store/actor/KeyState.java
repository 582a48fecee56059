package io.gatehouse.store.actor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key with what was decided about it, for lists. */
public record KeyState(
    String keyId,
    String kind,
    @Nullable String subject,
    @Nullable String role,
    String name,
    Instant requestedAt,
    @Nullable Instant rootedAt,
    @Nullable Instant acceptedAt,
    @Nullable String acceptedBy,
    @Nullable Instant revokedAt) {}
