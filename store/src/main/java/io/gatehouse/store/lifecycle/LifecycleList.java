package io.gatehouse.store.lifecycle;

import io.gatehouse.store.database.TenantSql;
import io.gatehouse.store.guest.GuestSql;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Many lifecycles at once, for the scan, the gate and the pages. Reads only. */
public final class LifecycleList {

  private static final String OPEN =
      "select * from gatehouse.lifecycle l where tenant = :tenant and closed_at is null ";

  /**
   * Whether the guest's row still speaks for what the lifecycle was opened for: by facts, as
   * thresholds differ from trigger to trigger and change with the policy. A sign-in may show two
   * days late.
   */
  private static final String STILL_HOLDS =
      """
      case l.trigger
        when 'INACTIVE' then coalesce(g.last_activity_at <= l.opened_at - interval '2 days', true)
        when 'NEVER_SIGNED_IN' then g.last_activity_at is null
        when 'INVITATION_NOT_REDEEMED' then %s and g.last_activity_at is null
        when 'SPONSOR_MISSING' then g.sponsorship <> 'PRESENT'
        else true
      end
      """
          .formatted(GuestSql.PENDING);

  private final TenantSql sql;

  public LifecycleList(TenantSql sql) {
    this.sql = sql;
  }

  /** Opened rows whose workflow was never seen running: to be started again, oldest first. */
  public List<LifecycleRow> notStarted() {
    return sql.sql(OPEN + "and started_at is null order by opened_at, opening_id")
        .list(LifecycleRow.class);
  }

  /** Running lifecycles whose next effect waits for the gate. */
  public List<LifecycleRow> waitingForGate() {
    return sql.sql(
            OPEN + "and waiting_for = '" + Lifecycles.GATE + "' order by opened_at, opening_id")
        .list(LifecycleRow.class);
  }

  /** Running lifecycles that stopped until a person helps, each with its reason, oldest first. */
  public List<LifecycleRow> parked() {
    return sql.sql(OPEN + "and needs_operator order by opened_at, opening_id")
        .list(LifecycleRow.class);
  }

  /**
   * Running lifecycles whose guest that scan saw in a state they do not expect: their trigger does
   * not hold any more, or the guest is missing; enabled although we disabled it (whose delete has a
   * slot, was disabled); there although we deleted it.
   */
  public List<LifecycleRow> openButChanged(UUID scanId) {
    return sql.sql(
            OPEN
                + """
                and (l.stage = 'DELETED') = exists (select from gatehouse.guest g
                  where g.tenant = l.tenant and g.guest_id = l.guest_id and g.seen_in_scan = :scanId
                    and (l.stage = 'DELETED' or %s
                      and (not (l.stage = 'DISABLED' or exists (select from gatehouse.reservation r
                          where r.opening_id = l.opening_id and r.effect = 'SOFT_DELETE'))
                        or not coalesce(g.account_enabled, false))))
                order by opened_at, opening_id
                """
                    .formatted(STILL_HOLDS))
        .with("scanId", scanId)
        .list(LifecycleRow.class);
  }

  /** All openings of one guest, newest first. */
  public List<LifecycleRow> ofGuest(String guestId) {
    return sql.sql(
            """
            select * from gatehouse.lifecycle where tenant = :tenant and guest_id = :guestId
            order by opened_at desc, opening_id
            """)
        .with("guestId", guestId)
        .list(LifecycleRow.class);
  }

  /** Running lifecycles by stage. */
  public Map<String, Long> byStage() {
    return sql.sql(
            """
            select stage, count(*) from gatehouse.lifecycle
            where tenant = :tenant and closed_at is null group by 1 order by 1
            """)
        .counts();
  }

  /** Closed lifecycles by outcome. */
  public Map<String, Long> byOutcome() {
    return sql.sql(
            """
            select outcome, count(*) from gatehouse.lifecycle
            where tenant = :tenant and closed_at is not null group by 1 order by 1
            """)
        .counts();
  }

  /** Closed lifecycles by what opened them and how they ended: the sums per path. */
  public List<PathCount> byTriggerAndOutcome() {
    return sql.sql(
            """
            select trigger, outcome, count(*) as count from gatehouse.lifecycle
            where tenant = :tenant and closed_at is not null group by 1, 2 order by 1, 2
            """)
        .list(PathCount.class);
  }

  /** One page of lifecycles, newest opening first. */
  public List<LifecycleRow> list(LifecycleFilter filter) {
    return sql.sql(
            """
            select * from gatehouse.lifecycle
            where tenant = :tenant
              and (:open::boolean is null or (closed_at is null) = :open)
              and (:stage::text is null or stage = :stage)
              and (:outcome::text is null or outcome = :outcome)
              and (:after::uuid is null or (opened_at, opening_id) < (
                select opened_at, opening_id from gatehouse.lifecycle
                where tenant = :tenant and opening_id = :after))
            order by opened_at desc, opening_id desc limit :limit
            """)
        .with(filter)
        .list(LifecycleRow.class);
  }
}
