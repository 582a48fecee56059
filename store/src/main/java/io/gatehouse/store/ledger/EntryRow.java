package io.gatehouse.store.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger.
 *
 * @param position order of insertion, with gaps; not the leaf index
 * @param body canonical JSON: its UTF-8 bytes are what was hashed
 * @param leafHash hex of SHA-256(0x00 || body)
 */
public record EntryRow(
    long position,
    String entryKey,
    String kind,
    @Nullable UUID openingId,
    String body,
    String leafHash,
    Instant recordedAt) {}
