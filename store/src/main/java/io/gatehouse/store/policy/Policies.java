package io.gatehouse.store.policy;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Optional;

/** The tenant's policy, version by version; nothing is ever overwritten. */
public final class Policies {

  private final TenantSql sql;

  public Policies(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Stores the policy as the next version; the same content as the newest one makes no new version.
   */
  public PolicyRow apply(String hash, String body, Instant at, String by) {
    return sql.inTransaction(() -> {
      sql.lock("policy");
      var newest = newest();
      if (newest.isPresent() && newest.get().hash().equals(hash)) {
        return newest.get();
      }
      int version = newest.map(PolicyRow::version).orElse(0) + 1;
      sql.insert("gatehouse.policy", new PolicyRow(version, hash, body, at, by), "").update();
      return version(version).orElseThrow();
    });
  }

  public Optional<PolicyRow> newest() {
    return sql.sql(
            "select * from gatehouse.policy where tenant = :tenant order by version desc limit 1")
        .find(PolicyRow.class);
  }

  public Optional<PolicyRow> version(int version) {
    return sql.sql("select * from gatehouse.policy where tenant = :tenant and version = :version")
        .with("version", version)
        .find(PolicyRow.class);
  }
}
