package io.gatehouse.store.ledger;

import io.gatehouse.evidence.Event;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event and where it belongs.
 *
 * @param openingId null for an event about the tenant
 */
public record Appended(Event event, @Nullable UUID openingId) {
  /** As the statement for many takes it. */
  String opening() {
    return openingId == null ? "" : openingId.toString();
  }
}
