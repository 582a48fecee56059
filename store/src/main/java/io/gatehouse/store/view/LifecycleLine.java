package io.gatehouse.store.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One lifecycle in a list, with the guest's name and the person asked last.
 *
 * @param person who was asked last, null when nobody was
 */
public record LifecycleLine(
    UUID openingId,
    String guestId,
    @Nullable String displayName,
    @Nullable String mail,
    @Nullable String person,
    String trigger,
    String stage,
    String waitingFor,
    @Nullable Instant nextAt,
    @Nullable Instant holdUntil,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String outcome,
    boolean needsOperator) {}
