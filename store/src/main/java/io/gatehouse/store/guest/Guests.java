package io.gatehouse.store.guest;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The tenant's guests: what scans write and lifecycles change. {@link GuestList} reads them for
 * pages.
 */
public final class Guests {

  private static final String OF_GUEST = " where tenant = :tenant and guest_id = :guestId";

  /**
   * What a scan that reads a guest again does not change: the key, when the guest was first seen,
   * and what answers and lifecycles decided.
   */
  private static final Set<String> NOT_READ_AGAIN =
      Set.of("guestId", "firstSeenAt", "attestedAt", "keptUntil", "notBefore");

  private static final String DUE =
      """
       where tenant = :tenant and seen_in_scan = :scanId and due_for is not null and
      """
          + GuestSql.ASKED_ABOUT;

  private final TenantSql sql;

  public Guests(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Writes what a scan read and made of it. Of guests already known, what {@link #NOT_READ_AGAIN}
   * lists stays as it is in the row; all else is the caller's, who asks {@link #lockKnown} before.
   */
  public void upsert(List<GuestRow> guests) {
    // One statement must not write a row twice, and two scans must not lock the same rows
    // crosswise.
    var byId = new TreeMap<String, GuestRow>();
    guests.forEach(guest -> byId.put(guest.guestId(), guest));
    sql.insertAll(
        "gatehouse.guest",
        List.copyOf(byId.values()),
        "on conflict (tenant, guest_id) do update set "
            + TenantSql.excluded(GuestRow.class, NOT_READ_AGAIN));
  }

  /**
   * Those of the guests who are known, by id, not to be changed by others before the caller's
   * transaction ends. Call inside the transaction that writes them: an answer that comes meanwhile
   * waits and then sees what the scan wrote.
   */
  public Map<String, GuestRow> lockKnown(Collection<String> ids) {
    var known = new LinkedHashMap<String, GuestRow>();
    sql.sql(
            """
            select * from gatehouse.guest where tenant = :tenant and guest_id = any(:ids)
            order by guest_id for update
            """)
        .with("ids", ids)
        .list(GuestRow.class)
        .forEach(guest -> known.put(guest.guestId(), guest));
    return known;
  }

  public Optional<GuestRow> find(String guestId) {
    return sql.sql("select * from gatehouse.guest" + OF_GUEST)
        .with("guestId", guestId)
        .find(GuestRow.class);
  }

  /**
   * Marks as GONE whom a complete scan did not see, except those removed by us or with an open
   * lifecycle, and returns their ids.
   */
  public List<String> markMissingAsGone(UUID scanId, Instant at) {
    return sql.sql(
            """
            update gatehouse.guest g set standing = 'GONE',
              standing_reason = 'no longer among the tenant''s guests, first missed on ' || :day
            where tenant = :tenant and seen_in_scan <> :scanId and standing not in ('REMOVED', 'GONE') and not
            """
                + GuestSql.IN_LIFECYCLE
                + " returning guest_id")
        .with("scanId", scanId)
        .with("day", at.toString().substring(0, 10))
        .texts();
  }

  /**
   * The next guests to open a lifecycle for, by id: due for something in that scan, not exempt, not
   * kept, not put off, and without an open lifecycle.
   *
   * @param after id of the last guest of the batch before, empty for the first batch
   */
  public List<GuestRow> due(UUID scanId, String after, int limit, Instant now) {
    return sql.sql(
            "select * from gatehouse.guest g"
                + DUE
                + " and guest_id > :after order by guest_id limit :limit")
        .with("scanId", scanId)
        .with("after", after)
        .with("limit", limit)
        .with("now", now)
        .list(GuestRow.class);
  }

  /**
   * How many guests {@link #due} would return in all, by trigger; triggers nobody is due for are
   * left out.
   */
  public Map<String, Long> countDueByTrigger(UUID scanId, Instant now) {
    return sql.sql(
            "select due_for, count(*) from gatehouse.guest g" + DUE + " group by 1 order by 1")
        .with("scanId", scanId)
        .with("now", now)
        .counts();
  }

  /**
   * The guests in the directory who signed in last, newest first: whoever reads them again and
   * finds no date knows that the directory shows none at present.
   */
  public List<String> witnesses(int limit) {
    return sql.sql(
            "select guest_id from gatehouse.guest g where tenant = :tenant and "
                + GuestSql.IN_DIRECTORY
                + " and last_activity_at is not null order by last_activity_at desc, guest_id limit :limit")
        .with("limit", limit)
        .texts();
  }

  public void setStanding(Collection<String> guestIds, String standing, String reason) {
    sql.sql(
            """
            update gatehouse.guest set standing = :standing, standing_reason = :reason
            where tenant = :tenant and guest_id = any(:guestIds)
            """)
        .with("guestIds", guestIds)
        .with("standing", standing)
        .with("reason", reason)
        .update();
  }

  public void keepUntil(String guestId, Instant until) {
    sql.sql("update gatehouse.guest set kept_until = :until" + OF_GUEST)
        .with("guestId", guestId)
        .with("until", until)
        .update();
  }

  /** Somebody vouched for the guest then. */
  public void attested(String guestId, Instant at) {
    sql.sql("update gatehouse.guest set attested_at = :at" + OF_GUEST)
        .with("guestId", guestId)
        .with("at", at)
        .update();
  }

  /** Puts the next lifecycle of this guest off. */
  public void notBefore(String guestId, Instant until) {
    sql.sql("update gatehouse.guest set not_before = :until" + OF_GUEST)
        .with("guestId", guestId)
        .with("until", until)
        .update();
  }
}
