package io.gatehouse.sponsor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the first mail of a question.
 *
 * @param deliveredAt when the mail server took it, null when it cannot be delivered
 */
public record Delivery(String openingId, int round, @Nullable Instant deliveredAt) {}
