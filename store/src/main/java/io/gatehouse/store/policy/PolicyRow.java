package io.gatehouse.store.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One applied version of the policy; {@code body} is the file as it was, {@code hash} its content
 * hash.
 *
 * @param nonce of what whoever applied it signed: that stands in the ledger
 */
public record PolicyRow(
    int version,
    String hash,
    String body,
    Instant appliedAt,
    String appliedBy,
    @Nullable String nonce) {}
