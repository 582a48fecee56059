package io.gatehouse.store.holding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a guest held when the lifecycle looked.
 *
 * @param kind GROUP, UNIT (administrative), ROLE, ELIGIBLE_ROLE, SPONSOR or OWNED
 * @param missingAt when a look after the restore did not find it; null when none missed it
 */
public record HoldingRow(
    String kind, String objectId, Instant recordedAt, @Nullable Instant missingAt) {

  /** Something that was just seen. */
  public static HoldingRow seen(HoldingKey what, Instant at) {
    return new HoldingRow(what.kind(), what.objectId(), at, null);
  }

  public HoldingKey key() {
    return new HoldingKey(kind, objectId);
  }
}
