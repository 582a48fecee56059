package io.gatehouse.store.safety;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dated place under the caps for one effect (DISABLE or SOFT_DELETE) of one opening. */
public record ReservationRow(
    UUID openingId,
    String effect,
    int ordinal,
    Instant slotAt,
    Instant reservedAt,
    @Nullable Instant releasedAt) {}
