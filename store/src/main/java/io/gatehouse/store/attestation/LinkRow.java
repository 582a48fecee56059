package io.gatehouse.store.attestation;

import java.time.Instant;
import java.util.UUID;

/** What a link's token leads to; the caller decides whether it has expired. */
public record LinkRow(
    UUID openingId, int round, String sponsorId, Instant issuedAt, Instant expiresAt) {}
