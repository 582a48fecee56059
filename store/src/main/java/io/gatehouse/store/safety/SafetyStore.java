package io.gatehouse.store.safety;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;

/** Mode and gate of the tenant. */
public final class SafetyStore {

  private static final String READ =
      "select *, null as mode_flaw from gatehouse.safety where tenant = :tenant";

  private final TenantSql sql;
  private final GateProof gate;
  private final PolicyProof policy;

  public SafetyStore(TenantSql sql, GateProof gate, PolicyProof policy) {
    this.sql = sql;
    this.gate = gate;
    this.policy = policy;
  }

  public SafetyRow current() {
    SafetyRow now = read();
    // A policy that is being applied changes mode and policy at once, between two statements of
    // ours.
    return now.modeFlaw() == null ? now : read();
  }

  private SafetyRow read() {
    return proved(sql.sql(READ).find(SafetyRow.class).orElse(SafetyRow.UNTOUCHED));
  }

  /**
   * Mode and gate, not to be changed before the caller's transaction ends: a pause that comes
   * meanwhile waits, one that came earlier is seen. Call inside a transaction.
   */
  public SafetyRow currentLocked() {
    makeRow(); // a missing row could not be locked
    return proved(sql.sql(READ + " for share").find(SafetyRow.class).orElseThrow());
  }

  /** The columns say what somebody wrote there; what lets something happen has to be proved. */
  private SafetyRow proved(SafetyRow row) {
    SafetyRow moded = policy.flaw(row.mode()).map(row::observing).orElse(row);
    return moded.gateIsOpen() ? gate.flaw().map(moded::closed).orElse(moded) : moded;
  }

  public void setMode(String mode, Instant at, String by) {
    change("mode = :value", mode, at, by);
  }

  /** Whoever closes it, a person or a scan: who asked to open it before has to ask again. */
  public void closeGate(String reason, Instant at, String by) {
    sql.inTransaction(() -> {
      sql.lock(GateRequests.LOCK);
      sql.sql(
              """
              update gatehouse.gate_request set withdrawn_at = :at
              where tenant = :tenant and approved_at is null and withdrawn_at is null
              """)
          .with("at", at)
          .update();
      change("gate = 'CLOSED', gate_reason = :value", reason, at, by);
    });
  }

  public void openGate(String reason, Instant at, String by) {
    change("gate = 'OPEN', gate_reason = :value", reason, at, by);
  }

  private void change(String what, String value, Instant at, String by) {
    sql.inTransaction(() -> {
      makeRow();
      return sql.sql(
              "update gatehouse.safety set "
                  + what
                  + ", changed_at = :at, changed_by = :by where tenant = :tenant")
          .with("value", value)
          .with("at", at)
          .with("by", by)
          .update();
    });
  }

  private void makeRow() {
    sql.sql("insert into gatehouse.safety (tenant) values (:tenant) on conflict do nothing")
        .update();
  }
}
