package io.gatehouse.store.scan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page as Graph answered it.
 *
 * @param list GUESTS or SPONSORS: what was listed
 * @param page counted from 1 within its list
 * @param nextLink null on the last page
 * @param sha256 hex hash of the raw answer
 * @param requestId Graph's {@code request-id}
 */
public record PageRow(
    UUID scanId,
    String list,
    int page,
    int guests,
    @Nullable String nextLink,
    String sha256,
    String requestId,
    Instant readAt) {}
