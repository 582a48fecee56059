package io.gatehouse.store.guest;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The tenant's guests: what scans write and lifecycles change. {@link GuestList} reads them for
 * pages.
 */
public final class Guests {

  private static final String OPEN =
      """
      exists (select from gatehouse.lifecycle l
              where l.tenant = g.tenant and l.guest_id = g.guest_id and l.closed_at is null)
      """;

  private static final String OF_GUEST = " where tenant = :tenant and guest_id = :guestId";

  private static final String READ_AGAIN =
      """
      display_name = excluded.display_name, mail = excluded.mail,
      user_principal_name = excluded.user_principal_name, company_name = excluded.company_name,
      user_type = excluded.user_type, user_state = excluded.user_state,
      account_enabled = excluded.account_enabled, on_premises = excluded.on_premises,
      restricted = excluded.restricted, created_at = excluded.created_at,
      last_interactive_at = excluded.last_interactive_at,
      last_non_interactive_at = excluded.last_non_interactive_at,
      last_successful_at = excluded.last_successful_at, last_activity_at = excluded.last_activity_at,
      inactivity = excluded.inactivity, inactivity_reason = excluded.inactivity_reason,
      seen_in_scan = excluded.seen_in_scan, seen_at = excluded.seen_at,
      """;

  private static final String STANDING =
      "%1$s = case when "
          + OPEN
          + " or (g.standing = 'KEPT' and g.kept_until > excluded.seen_at and excluded.standing <> 'EXEMPT')"
          + " or (g.standing in ('STOOD_DOWN', 'FAILED') and g.not_before > excluded.seen_at"
          + " and excluded.standing = 'IN_PROGRESS')"
          + " then g.%1$s else excluded.%1$s end";

  private static final String DUE =
      """
       where tenant = :tenant and seen_in_scan = :scanId and inactivity = 'STALE'
        and standing not in ('EXEMPT', 'UNKNOWN', 'REMOVED', 'GONE')
        and (kept_until is null or kept_until <= :now) and (not_before is null or not_before <= :now)
        and not
      """
          + OPEN;

  private final TenantSql sql;

  public Guests(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Writes what a scan read. Of guests already known it keeps when they were first seen, until when
   * they are kept and not to be opened; the standing stays while a lifecycle is open, KEPT stays
   * while it lasts unless the guest is now EXEMPT, and a lifecycle that stood down or failed still
   * says so while a new one is put off.
   */
  public void upsert(List<GuestRow> guests) {
    // One statement must not write a row twice, and two scans must not lock the same rows
    // crosswise.
    var byId = new TreeMap<String, GuestRow>();
    guests.forEach(guest -> byId.put(guest.guestId(), guest));
    sql.insertAll(
        "gatehouse.guest as g",
        List.copyOf(byId.values()),
        "on conflict (tenant, guest_id) do update set "
            + READ_AGAIN
            + STANDING.formatted("standing")
            + ", "
            + STANDING.formatted("standing_reason"));
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
              standing_reason = 'no longer in the tenant, first missed on ' || :day
            where tenant = :tenant and seen_in_scan <> :scanId and standing not in ('REMOVED', 'GONE') and not
            """
                + OPEN
                + " returning guest_id")
        .with("scanId", scanId)
        .with("day", at.toString().substring(0, 10))
        .texts();
  }

  /**
   * The next guests to open a lifecycle for, by id: stale in that scan, not exempt, not kept, not
   * put off, and without an open lifecycle.
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

  /** How many guests {@link #due} would return in all. */
  public long countDue(UUID scanId, Instant now) {
    return sql.sql("select count(*) from gatehouse.guest g" + DUE)
        .with("scanId", scanId)
        .with("now", now)
        .one(Long.class);
  }

  public void setStanding(String guestId, String standing, String reason) {
    sql.sql("update gatehouse.guest set standing = :standing, standing_reason = :reason" + OF_GUEST)
        .with("guestId", guestId)
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

  /** Puts the next lifecycle of this guest off. */
  public void notBefore(String guestId, Instant until) {
    sql.sql("update gatehouse.guest set not_before = :until" + OF_GUEST)
        .with("guestId", guestId)
        .with("until", until)
        .update();
  }
}
