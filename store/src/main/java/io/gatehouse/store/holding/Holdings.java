package io.gatehouse.store.holding;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What each opening's guest held. The first look counts: a later one may see less by our own act.
 */
public final class Holdings {

  private final TenantSql sql;

  public Holdings(TenantSql sql) {
    this.sql = sql;
  }

  /** Keeps what was seen; what is already there stays as it is. */
  public void record(UUID openingId, List<HoldingRow> seen) {
    sql.insertAll(
        "gatehouse.holding",
        Map.of("openingId", openingId),
        seen,
        "on conflict (opening_id, kind, object_id) do nothing");
  }

  /** All that was seen, by kind and id. */
  public List<HoldingRow> of(UUID openingId) {
    return sql.sql(
            """
            select * from gatehouse.holding where tenant = :tenant and opening_id = :openingId
            order by kind, object_id
            """)
        .with("openingId", openingId)
        .list(HoldingRow.class);
  }

  /** Notes that a look after the restore did not find these; the first time counts. */
  public void missing(UUID openingId, Collection<HoldingKey> what, Instant at) {
    sql.sql(
            """
            update gatehouse.holding h set missing_at = :at
            from unnest(:kinds::text[], :objectIds::text[]) as m (kind, object_id)
            where h.tenant = :tenant and h.opening_id = :openingId and h.missing_at is null
              and h.kind = m.kind and h.object_id = m.object_id
            """)
        .with("openingId", openingId)
        .with("kinds", what.stream().map(HoldingKey::kind).toList())
        .with("objectIds", what.stream().map(HoldingKey::objectId).toList())
        .with("at", at)
        .update();
  }
}
