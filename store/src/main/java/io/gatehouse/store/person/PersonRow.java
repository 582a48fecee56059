package io.gatehouse.store.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sponsor, manager or steward as last read. */
public record PersonRow(
    String personId, @Nullable String displayName, @Nullable String mail, Instant seenAt) {}
