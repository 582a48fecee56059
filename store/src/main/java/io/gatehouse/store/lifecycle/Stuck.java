package io.gatehouse.store.lifecycle;

import io.gatehouse.store.database.TenantSql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Open lifecycles that cannot go on in Temporal. */
public final class Stuck {

  private final TenantSql sql;

  public Stuck(TenantSql sql) {
    this.sql = sql;
  }

  /** Notes it, or what is known of it now. */
  public void note(StuckRow row) {
    sql.insert(
            "gatehouse.stuck",
            row,
            "on conflict (tenant, opening_id) do update set since = excluded.since, why = excluded.why")
        .update();
  }

  /** It goes on, or is closed. */
  public void clear(UUID openingId) {
    sql.sql("delete from gatehouse.stuck where tenant = :tenant and opening_id = :openingId")
        .with("openingId", openingId)
        .update();
  }

  public Optional<StuckRow> find(UUID openingId) {
    return sql.sql(
            "select * from gatehouse.stuck where tenant = :tenant and opening_id = :openingId")
        .with("openingId", openingId)
        .find(StuckRow.class);
  }

  /** Longest first; one that closed meanwhile is none any more. */
  public List<StuckRow> all() {
    return sql.sql(
            """
            select s.* from gatehouse.stuck s join gatehouse.lifecycle l using (tenant, opening_id)
            where tenant = :tenant and l.closed_at is null order by s.since, opening_id
            """)
        .list(StuckRow.class);
  }
}
