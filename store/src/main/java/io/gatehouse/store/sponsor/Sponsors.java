package io.gatehouse.store.sponsor;

import io.gatehouse.store.database.TenantSql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The sponsors of the tenant's guests as last told. A scan believes only what it was told itself.
 */
public final class Sponsors {

  private final TenantSql sql;

  public Sponsors(TenantSql sql) {
    this.sql = sql;
  }

  /** Keeps what one page told; the page read again replaces its first reading. */
  public void record(UUID scanId, List<GuestSponsorsRow> told) {
    // Each guest once and in order, for the reasons that Guests.upsert has.
    var byId = new TreeMap<String, GuestSponsorsRow>();
    told.forEach(row -> byId.put(row.guestId(), row));
    var rows = List.copyOf(byId.values());
    sql.sql(
            """
            insert into gatehouse.guest_sponsors (tenant, guest_id, told_in_scan, sponsorship, sponsor_ids)
            select :tenant, t.guest_id, :scanId, t.sponsorship, t.sponsor_ids
            from unnest(:guestIds::text[], :sponsorships::text[], :sponsorIds::text[])
              as t (guest_id, sponsorship, sponsor_ids)
            order by t.guest_id
            on conflict (tenant, guest_id) do update set told_in_scan = excluded.told_in_scan,
              sponsorship = excluded.sponsorship, sponsor_ids = excluded.sponsor_ids
            """)
        .with("scanId", scanId)
        .with("guestIds", rows.stream().map(GuestSponsorsRow::guestId).toList())
        .with("sponsorships", rows.stream().map(GuestSponsorsRow::sponsorship).toList())
        .with("sponsorIds", rows.stream().map(row -> String.join(" ", row.sponsorIds())).toList())
        .update();
  }

  /**
   * What that scan was told about these guests, by guest id; about whom it was not, is left out.
   */
  public Map<String, GuestSponsorsRow> of(Collection<String> guestIds, UUID scanId) {
    var told = new HashMap<String, GuestSponsorsRow>();
    sql.sql(
            """
            select guest_id, sponsorship, string_to_array(sponsor_ids, ' ') as sponsor_ids
            from gatehouse.guest_sponsors
            where tenant = :tenant and guest_id = any(:guestIds) and told_in_scan = :scanId
            """)
        .with("guestIds", guestIds)
        .with("scanId", scanId)
        .list(GuestSponsorsRow.class)
        .forEach(row -> told.put(row.guestId(), row));
    return told;
  }

  /** What that scan was told in all. */
  public SponsorTally tally(UUID scanId) {
    return sql.sql(
            """
            select count(*) as told, count(*) filter (where sponsorship = 'MISSING') as missing
            from gatehouse.guest_sponsors where tenant = :tenant and told_in_scan = :scanId
            """)
        .with("scanId", scanId)
        .find(SponsorTally.class)
        .orElseThrow();
  }
}
