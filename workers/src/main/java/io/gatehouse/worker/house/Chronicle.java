package io.gatehouse.worker.house;

import io.gatehouse.evidence.Event;
import io.gatehouse.guest.LifecycleRef;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes events about one opening into the ledger. Joins the caller's transaction. */
public final class Chronicle {
  private final House house;

  public Chronicle(House house) {
    this.house = house;
  }

  /**
   * @param key what makes the event unique within the opening
   * @param fields what anybody may read
   * @param personal what only a commitment may stand for
   * @return false when the event was there already
   */
  public boolean append(
      LifecycleRef ref,
      String kind,
      String key,
      Instant at,
      Map<String, Object> fields,
      Map<String, String> personal) {
    var event =
        new Event(
            kind,
            ref.openingId() + "/" + key,
            at,
            house.store().ledger().subjectOf(ref.guestId()),
            fields,
            personal);
    return house.store().ledger().append(event, UUID.fromString(ref.openingId()));
  }

  /** An event about the tenant as a whole. */
  public boolean append(String kind, String key, Instant at, Map<String, Object> fields) {
    return house.store().ledger().append(new Event(kind, key, at, null, fields, Map.of()), null);
  }

  public static String text(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }
}
