package io.gatehouse.store.lifecycle;

import io.gatehouse.store.database.Query;
import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one lifecycle; {@link LifecycleList} looks at many. A closed lifecycle never
 * changes.
 */
public final class Lifecycles {

  /** {@code waitingFor} of a lifecycle whose effect waits for the gate to open. */
  public static final String GATE = "GATE";

  /** {@code waitingFor} of a lifecycle that stopped until a person helps. */
  public static final String OPERATOR = "OPERATOR";

  private final TenantSql sql;

  public Lifecycles(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Opens a lifecycle, or returns the one already open for this guest: compare the opening ids to
   * know which. Opening the same id again changes nothing.
   */
  public LifecycleRow open(LifecycleRow row) {
    return open(List.of(row)).getFirst();
  }

  /** The same for one of each of many guests, in their order. */
  public List<LifecycleRow> open(List<LifecycleRow> rows) {
    // The insert waits for whoever opens the same, so that the loser surely sees the winner's row.
    sql.insertAll("gatehouse.lifecycle", rows, "on conflict do nothing");
    List<LifecycleRow> there = sameOrOpenFor(rows);
    return rows.stream()
        .map(row ->
            there.stream()
                .filter(each -> each.openingId().equals(row.openingId()))
                .findFirst()
                .or(() ->
                    there.stream()
                        .filter(each -> each.guestId().equals(row.guestId()) && each.isOpen())
                        .findFirst())
                .orElseThrow(() ->
                    new IllegalStateException(
                        "The guest's open lifecycle closed just now; try again.")))
        .toList();
  }

  private List<LifecycleRow> sameOrOpenFor(List<LifecycleRow> rows) {
    return sql.sql(
            """
            select * from gatehouse.lifecycle
            where tenant = :tenant
              and (opening_id = any(:openingIds::uuid[])
                or guest_id = any(:guestIds) and closed_at is null)
            """)
        .with("openingIds", rows.stream().map(row -> row.openingId().toString()).toList())
        .with("guestIds", rows.stream().map(LifecycleRow::guestId).toList())
        .list(LifecycleRow.class);
  }

  /**
   * Notes that the workflows of these run; an earlier note stays.
   *
   * @param runs run ids by opening
   */
  public void started(Map<UUID, String> runs, Instant at) {
    List<UUID> openings = List.copyOf(runs.keySet());
    sql.sql(
            """
            update gatehouse.lifecycle l
            set started_at = coalesce(started_at, :at), first_run = coalesce(first_run, run)
            from unnest(:openingIds::uuid[], :runs::text[]) as started (opening, run)
            where tenant = :tenant and opening_id = opening and closed_at is null
            """)
        .with("openingIds", openings.stream().map(UUID::toString).toList())
        .with("runs", openings.stream().map(runs::get).toList())
        .with("at", at)
        .update();
  }

  /**
   * Waits for whoever changes this lifecycle; nobody else does before the caller's transaction
   * ends.
   */
  public void lock(UUID openingId) {
    sql.sql(
            """
            select opening_id::text from gatehouse.lifecycle
            where tenant = :tenant and opening_id = :openingId for no key update
            """)
        .with("openingId", openingId)
        .texts();
  }

  /** Enters a stage or stays in it with a new reason to wait; an operator is no longer needed. */
  public void stage(UUID openingId, String stage, String waitingFor, @Nullable Instant nextAt) {
    change(
            openingId,
            """
            stage = :stage, waiting_for = :waitingFor, next_at = :nextAt, needs_operator = false,
            operator_reason = null
            """)
        .with("stage", stage)
        .with("waitingFor", waitingFor)
        .with("nextAt", nextAt)
        .update();
  }

  /**
   * Notes a hold and what it makes of the next date; null ends it.
   *
   * @param nextAt the next date, moved by the hold or by its early end
   */
  public void hold(UUID openingId, @Nullable Instant until, @Nullable Instant nextAt) {
    change(openingId, "hold_until = :until, next_at = :nextAt")
        .with("until", until)
        .with("nextAt", nextAt)
        .update();
  }

  /** Notes when the disable is planned, so that pages and mails name the same day. */
  public void disablePlanned(UUID openingId, @Nullable Instant at) {
    change(openingId, "disable_planned_at = :at").with("at", at).update();
  }

  /** Parks the lifecycle until a person helps. */
  public void needsOperator(UUID openingId, String reason) {
    change(
            openingId,
            "needs_operator = true, operator_reason = :reason, waiting_for = '"
                + OPERATOR
                + "', next_at = null")
        .with("reason", reason)
        .update();
  }

  public void close(UUID openingId, String outcome, String reason, Instant at) {
    change(
            openingId,
            """
            closed_at = :at, outcome = :outcome, outcome_reason = :reason, next_at = null, hold_until = null,
            needs_operator = false, operator_reason = null
            """)
        .with("at", at)
        .with("outcome", outcome)
        .with("reason", reason)
        .update();
  }

  public Optional<LifecycleRow> find(UUID openingId) {
    return sql.sql(
            "select * from gatehouse.lifecycle where tenant = :tenant and opening_id = :openingId")
        .with("openingId", openingId)
        .find(LifecycleRow.class);
  }

  /** The guest's running lifecycle. */
  public Optional<LifecycleRow> openFor(String guestId) {
    return sql.sql(
            """
            select * from gatehouse.lifecycle
            where tenant = :tenant and guest_id = :guestId and closed_at is null
            """)
        .with("guestId", guestId)
        .find(LifecycleRow.class);
  }

  /** Those of the guests who have a running lifecycle. */
  public Set<String> openAmong(Collection<String> guestIds) {
    return Set.copyOf(
        sql.sql(
                """
                select guest_id from gatehouse.lifecycle
                where tenant = :tenant and guest_id = any(:guestIds) and closed_at is null
                """)
            .with("guestIds", guestIds)
            .texts());
  }

  private Query change(UUID openingId, String what) {
    return sql.sql(
            "update gatehouse.lifecycle set "
                + what
                + " where tenant = :tenant and opening_id = :openingId and closed_at is null")
        .with("openingId", openingId);
  }
}
