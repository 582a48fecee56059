package io.gatehouse.store.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * An open lifecycle that cannot go on in Temporal.
 *
 * @param since when it should have gone on
 * @param why a sentence for the operator
 */
public record StuckRow(UUID openingId, Instant since, String why) {}
