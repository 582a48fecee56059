package io.gatehouse.store.policy;

import java.time.Instant;

/**
 * One applied version of the policy; {@code body} is the file as it was, {@code hash} its content
 * hash.
 */
public record PolicyRow(
    int version, String hash, String body, Instant appliedAt, String appliedBy) {}
