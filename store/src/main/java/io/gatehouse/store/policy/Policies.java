package io.gatehouse.store.policy;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant's policy, version by version; nothing is ever overwritten. */
public final class Policies {

  private final TenantSql sql;

  public Policies(TenantSql sql) {
    this.sql = sql;
  }

  /** Waits for whoever applies a policy, and lets nobody else before the transaction ends. */
  public void lock() {
    sql.lock("policy");
  }

  /** Stores the policy as the next version, also when its content is that of the one before. */
  public PolicyRow apply(String hash, String body, Instant at, String by, @Nullable String nonce) {
    return sql.inTransaction(() -> {
      lock();
      int version = newest().map(PolicyRow::version).orElse(0) + 1;
      sql.insert("gatehouse.policy", new PolicyRow(version, hash, body, at, by, nonce), "")
          .update();
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
