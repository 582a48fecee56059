package io.gatehouse.store.guest;

import io.gatehouse.store.database.Query;
import io.gatehouse.store.database.TenantSql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The population as pages and reports show it: counted and listed. Reads only. */
public final class GuestList {

  private static final String MATCHING =
      """
      from gatehouse.guest
      where tenant = :tenant
        and (:standing::text is null or standing = :standing)
        and (:inactivity::text is null or inactivity = :inactivity)
        and (:search::text is null or strpos(
          lower(concat_ws(' ', display_name, mail, user_principal_name, company_name, guest_id)),
          lower(:search)) > 0)
      """;

  private final TenantSql sql;

  public GuestList(TenantSql sql) {
    this.sql = sql;
  }

  /** The terms of the population sum; standings nobody has are left out. */
  public Map<String, Long> byStanding() {
    return sql.sql(
            "select standing, count(*) from gatehouse.guest where tenant = :tenant group by 1 order by 1")
        .counts();
  }

  /** What one scan saw. */
  public ScanTally tally(UUID scanId) {
    return sql.sql(
            """
            with seen as (
              select inactivity, standing, sponsorship,
                num_nonnulls(last_interactive_at, last_non_interactive_at, last_successful_at) > 0 as dated
              from gatehouse.guest where tenant = :tenant and seen_in_scan = :scanId)
            select count(*) as population, count(*) filter (where dated) as with_dates,
              count(*) filter (where not dated) as without_dates,
              count(*) filter (where inactivity = 'STALE') as stale,
              count(*) filter (where inactivity = 'UNKNOWN') as unknown,
              count(*) filter (where sponsorship = 'MISSING') as without_sponsor,
              count(*) filter (where standing = 'EXEMPT') as exempt
            from seen
            """)
        .with("scanId", scanId)
        .find(ScanTally.class)
        .orElseThrow();
  }

  /** The exempt guests of one scan by the reason given, the most frequent first. */
  public Map<String, Long> exemptByReason(UUID scanId) {
    return sql.sql(
            """
            select standing_reason, count(*) from gatehouse.guest
            where tenant = :tenant and seen_in_scan = :scanId and standing = 'EXEMPT'
            group by 1 order by 2 desc, 1
            """)
        .with("scanId", scanId)
        .counts();
  }

  /** One page of guests, by name. */
  public List<GuestRow> list(GuestFilter filter) {
    return page(filter).list(GuestRow.class);
  }

  /**
   * The same guests handed on one after the other, however many: memory stays flat. All are of one
   * moment; a connection and that moment are held until the consumer has taken the last.
   *
   * @return how many there were
   */
  public long stream(GuestFilter filter, Consumer<GuestRow> consumer) {
    var count = new AtomicLong();
    sql.reading(() ->
        page(filter)
            .each(
                GuestRow.class,
                guest -> {
                  consumer.accept(guest);
                  count.incrementAndGet();
                }));
    return count.get();
  }

  /** How many guests match, on all pages. */
  public long count(GuestFilter filter) {
    return sql.sql("select count(*) " + MATCHING).with(filter).one(Long.class);
  }

  private Query page(GuestFilter filter) {
    return sql.sql(
            "select * "
                + MATCHING
                + """
                  and (:after::text is null
                    or (lower(coalesce(display_name, mail, user_principal_name, guest_id)), guest_id)
                      > (select lower(coalesce(display_name, mail, user_principal_name, guest_id)), guest_id
                         from gatehouse.guest where tenant = :tenant and guest_id = :after))
                order by lower(coalesce(display_name, mail, user_principal_name, guest_id)), guest_id
                limit :limit
                """)
        .with(filter);
  }
}
