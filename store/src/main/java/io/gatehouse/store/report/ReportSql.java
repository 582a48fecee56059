package io.gatehouse.store.report;

import io.gatehouse.store.guest.GuestSql;

/** The report's rules in SQL, stated once for its rows and its sums. */
final class ReportSql {

  /**
   * Each guest in the directory, with days and state. Days are UTC days since the newest of the
   * three sign-in dates, else since the creation; a date ahead of the clock counts as today.
   */
  static final String POPULATION =
      """
      population as (
        select g.*, t.sponsor_ids as told_sponsors,
          case when coalesce(s.signed_in_at, g.created_at) is not null then
            greatest(0, (:now at time zone 'UTC')::date
              - (coalesce(s.signed_in_at, g.created_at) at time zone 'UTC')::date) end as days,
          case when s.signed_in_at is not null then 'SIGNED_IN' when %s then 'PENDING'
            when g.created_at is not null then 'NEVER' else 'UNKNOWN' end as state
        from gatehouse.guest g
        left join gatehouse.guest_sponsors t on t.tenant = g.tenant and t.guest_id = g.guest_id
        cross join lateral (
          select greatest(g.last_interactive_at, g.last_non_interactive_at, g.last_successful_at) as signed_in_at) s
        where g.tenant = :tenant and %s)
      """
          .formatted(GuestSql.PENDING, GuestSql.IN_DIRECTORY);

  /** What {@link ReportFilter} asks for. */
  static final String FILTERED =
      """
      from population g
      where (:partner::text is null or partner = :partner)
        and (:sponsorId::text is null or :sponsorId = any(string_to_array(told_sponsors, ' ')))
        and (not :withoutSponsor or sponsorship = 'MISSING')
        and (:search::text is null or strpos(
          lower(concat_ws(' ', display_name, mail, user_principal_name, company_name, guest_id)),
          lower(:search::text)) > 0)
        and case :state::text
          when 'ACTIVE' then state = 'SIGNED_IN' and days < coalesce(:minDays::integer, :usualDays)
          when 'INACTIVE' then state = 'SIGNED_IN' and days >= coalesce(:minDays::integer, :usualDays)
          else (:state::text is null or state = :state) and (:minDays::integer is null or days >= :minDays::integer)
        end
      """;

  private ReportSql() {}
}
