package io.gatehouse.graph.read;

import java.time.Instant;

/**
 * An account in the recycle bin; it can be restored until 30 days after {@code deletedDateTime}.
 */
public record DeletedGuest(String id, Instant deletedDateTime) {}
