package io.gatehouse.store.report;

import io.gatehouse.store.database.Query;
import io.gatehouse.store.database.TenantSql;
import io.gatehouse.store.guest.GuestSql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The inactive-guest report over the guests in the directory. Reads only, also under the pages'
 * role.
 */
public final class Reports {

  private static final String ROWS =
      """
      select guest_id, display_name, mail, user_principal_name, partner, company_name, user_state,
        account_enabled, created_at, last_activity_at, last_interactive_at as last_interactive,
        last_non_interactive_at as last_non_interactive, last_successful_at as last_successful, days,
        state = 'NEVER' as never_signed_in, state = 'PENDING' as pending, sponsorship,
        coalesce(string_to_array(told_sponsors, ' '), '{}') as sponsor_ids,
        array(
          select coalesce(p.display_name, p.mail, i.id)
          from unnest(string_to_array(told_sponsors, ' ')) with ordinality as i (id, place)
          left join gatehouse.person p on p.tenant = :tenant and p.person_id = i.id
          order by i.place) as sponsor_names,
        standing, standing_reason, case when %s then due_for end as due_for, seen_at
      """
          .formatted(GuestSql.ASKED_ABOUT);

  private static final String BY_NAME =
      " order by lower(coalesce(display_name, mail, user_principal_name, guest_id)), guest_id";

  /** Each bucket reaches to the next; the last has no end. */
  private static final List<Integer> STARTS = List.of(0, 30, 60, 90, 180, 365);

  private final TenantSql sql;

  public Reports(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Hands on the guests by name, one after the other, never the whole list: memory stays flat
   * however many there are. All are of one moment; a connection and that moment are held until the
   * consumer has taken the last.
   */
  public void stream(ReportFilter filter, Instant now, Consumer<ReportRow> consumer) {
    sql.reading(() -> filtered(ROWS, BY_NAME, filter, now).each(ReportRow.class, consumer));
  }

  /** The same guests counted: the buckets and those beside them add up to all of them. */
  public Distribution distribution(ReportFilter filter, Instant now) {
    var place =
        "case when state = 'SIGNED_IN' then width_bucket(days, array%s)::text else state end";
    var counts =
        filtered("select " + place.formatted(STARTS) + ", count(*) ", " group by 1", filter, now)
            .counts();
    var buckets = new ArrayList<ActivityBucket>();
    for (int i = 0; i < STARTS.size(); i++) {
      boolean last = i + 1 == STARTS.size();
      int end = last ? -1 : STARTS.get(i + 1) - 1;
      long guests = counts.getOrDefault(String.valueOf(i + 1), 0L);
      buckets.add(new ActivityBucket(STARTS.get(i), end, guests));
    }
    return new Distribution(
        buckets,
        counts.getOrDefault("NEVER", 0L),
        counts.getOrDefault("PENDING", 0L),
        counts.getOrDefault("UNKNOWN", 0L));
  }

  /**
   * The partners with the most guests.
   *
   * @param inactiveDays from how many days on a guest counts as inactive, as {@code minDays} of a
   *     filter without a state
   */
  public List<PartnerCount> byPartner(int inactiveDays, Instant now, int limit) {
    return counted(
            """
            select partner, count(*) as guests, count(*) filter (where days >= :inactiveDays) as inactive
            from population group by partner order by guests desc, partner limit :limit
            """,
            inactiveDays,
            now,
            limit)
        .list(PartnerCount.class);
  }

  /**
   * The sponsors with the most guests; guests without any are left out.
   *
   * @param inactiveDays as in {@link #byPartner}
   */
  public List<SponsorCount> bySponsor(int inactiveDays, Instant now, int limit) {
    return counted(
            """
            , sponsor as (
              select s.sponsor_id, count(*) as guests, count(*) filter (where days >= :inactiveDays) as inactive
              from population cross join lateral unnest(string_to_array(told_sponsors, ' ')) as s (sponsor_id)
              group by s.sponsor_id order by guests desc, s.sponsor_id limit :limit)
            select s.*, coalesce(p.display_name, p.mail) as name
            from sponsor s left join gatehouse.person p on p.tenant = :tenant and p.person_id = s.sponsor_id
            order by s.guests desc, s.sponsor_id
            """,
            inactiveDays,
            now,
            limit)
        .list(SponsorCount.class);
  }

  /** How many guests have nobody who answers, as far as the directory told. */
  public long withoutSponsor() {
    return sql.sql(
            "select count(*) from gatehouse.guest g where tenant = :tenant and sponsorship = 'MISSING' and "
                + GuestSql.IN_DIRECTORY)
        .one(Long.class);
  }

  private Query filtered(String select, String rest, ReportFilter filter, Instant now) {
    return sql.sql("with " + ReportSql.POPULATION + select + ReportSql.FILTERED + rest)
        .with(filter)
        .with("usualDays", ReportFilter.USUAL_DAYS)
        .with("now", now);
  }

  private Query counted(String select, int inactiveDays, Instant now, int limit) {
    return sql.sql("with " + ReportSql.POPULATION + select)
        .with("inactiveDays", inactiveDays)
        .with("now", now)
        .with("limit", limit);
  }
}
