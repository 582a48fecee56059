package io.gatehouse.store.safety;

import io.gatehouse.store.database.TenantSql;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The slots under the rolling caps, one queue per tenant and effect. */
public final class Reservations {

  /** A slot missed by more (gate closed, hold) is taken up anew: many at once would break caps. */
  private static final Duration KEEPS = Duration.ofHours(1);

  private final TenantSql sql;

  public Reservations(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * The slot of this effect: the one it already has, or the first whole minute from {@code
   * earliest} (and not before {@code now}) that keeps every rolling window under its cap. A slot
   * that was released, or missed by more than an hour, is replaced by a new one: call only for an
   * effect that has not happened.
   */
  public Instant reserve(
      UUID openingId, String effect, int ordinal, Instant earliest, RollingCaps caps, Instant now) {
    return sql.inTransaction(() -> {
      sql.lock("reservation/" + effect);
      var held =
          find(openingId, effect, ordinal)
              .filter(row -> row.releasedAt() == null && !row.slotAt().plus(KEEPS).isBefore(now));
      if (held.isPresent()) {
        return held.get().slotAt();
      }
      release(openingId, effect, ordinal, now);
      var from = earliest.isBefore(now) ? now : earliest;
      var slot = SlotFinder.first(takenSince(effect, from.minus(SlotFinder.WEEK)), from, caps);
      sql.insert(
              "gatehouse.reservation",
              new ReservationRow(openingId, effect, ordinal, slot, now, null),
              """
              on conflict (opening_id, effect, ordinal) do update
              set slot_at = excluded.slot_at, reserved_at = excluded.reserved_at, released_at = null
              """)
          .update();
      return slot;
    });
  }

  /** Gives the slot back: the effect did not happen and will not. */
  public void release(UUID openingId, String effect, int ordinal, Instant at) {
    sql.sql(
            """
            update gatehouse.reservation set released_at = :at
            where tenant = :tenant and opening_id = :openingId and effect = :effect and ordinal = :ordinal
              and released_at is null
            """)
        .with("openingId", openingId)
        .with("effect", effect)
        .with("ordinal", ordinal)
        .with("at", at)
        .update();
  }

  public Optional<ReservationRow> find(UUID openingId, String effect, int ordinal) {
    return sql.sql(
            """
            select * from gatehouse.reservation
            where tenant = :tenant and opening_id = :openingId and effect = :effect and ordinal = :ordinal
            """)
        .with("openingId", openingId)
        .with("effect", effect)
        .with("ordinal", ordinal)
        .find(ReservationRow.class);
  }

  /**
   * Slots from {@code from} on, by UTC day and effect; days without any are left out.
   *
   * @param days how many UTC days, the one of {@code from} included
   */
  public List<SlotDay> ahead(Instant from, int days) {
    return sql.sql(
            """
            select (slot_at at time zone 'UTC')::date as day, effect, count(*) as count
            from gatehouse.reservation
            where tenant = :tenant and released_at is null and slot_at >= :from and slot_at < :end
            group by 1, 2 order by 1, 2
            """)
        .with("from", from)
        .with("end", end(from, days))
        .list(SlotDay.class);
  }

  /**
   * Effects that have a date and no slot from {@code from} on, by UTC day and effect: the disable a
   * guest was told of, the delete at the end of a grace, either after a hold. Those overdue count
   * today; those that wait for the gate or a person have no date and are left out.
   *
   * @param days as in {@link #ahead}
   */
  public List<SlotDay> planned(Instant from, int days) {
    return sql.sql(
            """
            with planned as (
              select l.opening_id, greatest(l.next_at, :from) as at,
                case when l.stage = 'DISABLED' or l.stage = 'RESERVED' and exists (
                    select from gatehouse.reservation r
                    where r.opening_id = l.opening_id and r.effect = 'SOFT_DELETE')
                  then 'SOFT_DELETE' else 'DISABLE' end as effect
              from gatehouse.lifecycle l
              where l.tenant = :tenant and l.closed_at is null and l.next_at < :end
                and (l.stage in ('DISABLED', 'RESERVED') or l.stage = 'NOTICE' and l.disable_planned_at is not null))
            select (at at time zone 'UTC')::date as day, effect, count(*) as count
            from planned p
            where not exists (select from gatehouse.reservation r
              where r.opening_id = p.opening_id and r.effect = p.effect and r.released_at is null and r.slot_at >= :from)
            group by 1, 2 order by 1, 2
            """)
        .with("from", from)
        .with("end", end(from, days))
        .list(SlotDay.class);
  }

  /** What counts against the caps now, by effect; effects without any are left out. */
  public List<SlotUse> used(Instant now) {
    return sql.sql(
            """
            select effect, count(*) filter (where slot_at > :day) as day, count(*) as week
            from gatehouse.reservation
            where tenant = :tenant and released_at is null and slot_at > :week and slot_at <= :now
            group by effect order by effect
            """)
        .with("day", now.minus(SlotFinder.DAY))
        .with("week", now.minus(SlotFinder.WEEK))
        .with("now", now)
        .list(SlotUse.class);
  }

  /** The next slots from {@code from} on, soonest first. */
  public List<ReservationRow> upcoming(Instant from, int limit) {
    return sql.sql(
            """
            select * from gatehouse.reservation
            where tenant = :tenant and released_at is null and slot_at >= :from
            order by slot_at, opening_id, effect limit :limit
            """)
        .with("from", from)
        .with("limit", limit)
        .list(ReservationRow.class);
  }

  private static Instant end(Instant from, int days) {
    return from.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(days));
  }

  private List<Instant> takenSince(String effect, Instant since) {
    return sql
        .sql(
            """
            select * from gatehouse.reservation
            where tenant = :tenant and effect = :effect and released_at is null and slot_at > :since
            """)
        .with("effect", effect)
        .with("since", since)
        .list(ReservationRow.class)
        .stream()
        .map(ReservationRow::slotAt)
        .toList();
  }
}
