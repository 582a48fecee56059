package io.gatehouse.store.safety;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Requests to open the gate: one waits at a time. */
public final class GateRequests {

  static final String LOCK = "gate";

  private final TenantSql sql;

  public GateRequests(TenantSql sql) {
    this.sql = sql;
  }

  /** Nobody else asks, approves, closes or opens until the caller's transaction ends. */
  public void lock() {
    sql.lock(LOCK);
  }

  public void ask(GateRequestRow request) {
    sql.insert("gatehouse.gate_request", request, "").update();
  }

  /** The request that waits for somebody else. */
  public Optional<GateRequestRow> waiting(Instant now) {
    return sql.sql(
            """
            select * from gatehouse.gate_request
            where tenant = :tenant and approved_at is null and withdrawn_at is null and expires_at > :now
            order by asked_at desc limit 1
            """)
        .with("now", now)
        .find(GateRequestRow.class);
  }

  /** The request that was approved last, by the ledger's order: a date may be anybody's. */
  Optional<GateRequestRow> approved() {
    return sql.sql(
            """
            select r.* from gatehouse.gate_request r left join evidence.entry e
              on e.tenant = r.tenant and e.entry_key = 'sender/' || r.approved_nonce
            where r.tenant = :tenant and r.approved_at is not null
            order by e.position desc nulls last limit 1
            """)
        .find(GateRequestRow.class);
  }

  /** False when it does not wait any more. */
  public boolean approve(UUID requestId, String by, String nonce, Instant at) {
    return sql.sql(
            """
            update gatehouse.gate_request set approved_at = :at, approved_by = :by, approved_nonce = :nonce
            where tenant = :tenant and request_id = :requestId and approved_at is null
              and withdrawn_at is null and expires_at > :at
            """)
        .with("requestId", requestId)
        .with("by", by)
        .with("nonce", nonce)
        .with("at", at)
        .changes();
  }
}
