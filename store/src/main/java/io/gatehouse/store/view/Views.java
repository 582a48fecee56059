package io.gatehouse.store.view;

import io.gatehouse.store.database.TenantSql;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.Lifecycles;
import java.util.List;

/** What pages and the command line ask beyond single rows. */
public final class Views {
  private final TenantSql sql;

  public Views(TenantSql sql) {
    this.sql = sql;
  }

  /** One page of lifecycles, newest opening first. */
  public List<LifecycleLine> lifecycles(LifecycleChoice choice) {
    return sql.sql(
            """
            select l.*, g.display_name, g.mail,
              (select coalesce(p.display_name, p.mail, q.sponsor_id) from gatehouse.question q
               left join gatehouse.person p on p.tenant = q.tenant and p.person_id = q.sponsor_id
               where q.opening_id = l.opening_id order by q.round desc limit 1) as person
            from gatehouse.lifecycle l
            left join gatehouse.guest g on g.tenant = l.tenant and g.guest_id = l.guest_id
            where l.tenant = :tenant
              and (:state::text is null
                or :state = 'OPEN' and l.closed_at is null
                or :state = 'CLOSED' and l.closed_at is not null
                or :state = 'WAITING' and l.closed_at is null and (l.needs_operator or l.waiting_for = :gate))
              and (:trigger::text is null or l.trigger = :trigger)
              and (:after::uuid is null or (l.opened_at, l.opening_id) < (
                select opened_at, opening_id from gatehouse.lifecycle
                where tenant = :tenant and opening_id = :after))
            order by l.opened_at desc, l.opening_id desc limit :limit
            """)
        .with(choice)
        .with("gate", Lifecycles.GATE)
        .list(LifecycleLine.class);
  }

  /** Guests whose object id begins with these characters, in any case. */
  public List<GuestRow> guestsByIdPrefix(String prefix, int limit) {
    return sql.sql(
            """
            select * from gatehouse.guest
            where tenant = :tenant and starts_with(lower(guest_id), lower(:prefix))
            order by guest_id limit :limit
            """)
        .with("prefix", prefix)
        .with("limit", limit)
        .list(GuestRow.class);
  }
}
