package io.gatehouse.store.attestation;

import io.gatehouse.store.database.TenantSql;
import java.util.Optional;

/** The links in mails, known only by the SHA-256 of their token. */
public final class Links {

  private final TenantSql sql;

  public Links(TenantSql sql) {
    this.sql = sql;
  }

  /** Makes a token valid for one question and one person. The same token again changes nothing. */
  public void issue(byte[] tokenHash, LinkRow link) {
    sql.sql(
            """
            insert into gatehouse.link (token_hash, tenant, opening_id, round, sponsor_id, issued_at, expires_at)
            values (:tokenHash, :tenant, :openingId, :round, :sponsorId, :issuedAt, :expiresAt)
            on conflict (token_hash) do nothing
            """)
        .with(link)
        .with("tokenHash", tokenHash)
        .update();
  }

  public Optional<LinkRow> find(byte[] tokenHash) {
    return sql.sql(
            "select * from gatehouse.link where tenant = :tenant and token_hash = :tokenHash")
        .with("tokenHash", tokenHash)
        .find(LinkRow.class);
  }
}
