package io.gatehouse.store.lifecycle;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Optional;

/** When the watch last saw every open lifecycle: somebody has to watch the watch. */
public final class Watched {

  /** A row of its own: nothing else is known of a round. */
  public record Round(Instant lookedAt) {}

  private final TenantSql sql;

  public Watched(TenantSql sql) {
    this.sql = sql;
  }

  /** All were looked at. */
  public void looked(Instant at) {
    sql.insert(
            "gatehouse.watched",
            new Round(at),
            "on conflict (tenant) do update set looked_at = greatest(watched.looked_at, excluded.looked_at)")
        .update();
  }

  public Optional<Instant> newest() {
    return sql.sql("select * from gatehouse.watched where tenant = :tenant")
        .find(Round.class)
        .map(Round::lookedAt);
  }
}
