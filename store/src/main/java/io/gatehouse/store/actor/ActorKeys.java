package io.gatehouse.store.actor;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tenant's enrolled keys. Rows are only ever added. */
public final class ActorKeys {
  /** The action of whoever accepts a key. */
  public static final String ACCEPT = "accept-key";

  /** Stands where nothing runs that an assertion could be bound to. */
  public static final String NO_RUN = "none";

  /** Whether trust begins at a key, and whether it ended. */
  public record Word(boolean rooted, boolean revoked) {}

  private final TenantSql sql;

  public ActorKeys(TenantSql sql) {
    this.sql = sql;
  }

  /** Where an acceptance counts. */
  public static String place(String tenant) {
    return "keys/" + tenant;
  }

  /** Asks for a key to be accepted; false when it was there before. */
  public boolean request(KeyRow key) {
    return sql.insert("gatehouse.actor_key", key, "on conflict do nothing").changes();
  }

  /** False when the same person accepted it before. */
  public boolean accept(AcceptanceRow acceptance) {
    return sql.insert("gatehouse.actor_acceptance", acceptance, "on conflict do nothing").changes();
  }

  /** For good: a revoked key never counts again. False when it was revoked before. */
  public boolean revoke(String keyId, String by, String reason, Instant at) {
    return sql.sql(
            """
            insert into gatehouse.actor_revocation (tenant, key_id, revoked_at, revoked_by, reason)
            values (:tenant, :keyId, :at, :by, :reason) on conflict do nothing
            """)
        .with("keyId", keyId)
        .with("at", at)
        .with("by", by)
        .with("reason", reason)
        .changes();
  }

  /** Lets trust begin at this key; only the owner of the schema may. */
  public boolean root(String keyId, String reason, Instant at) {
    return sql.sql(
            """
            insert into gatehouse.actor_root (tenant, key_id, rooted_at, reason)
            values (:tenant, :keyId, :at, :reason) on conflict do nothing
            """)
        .with("keyId", keyId)
        .with("at", at)
        .with("reason", reason)
        .changes();
  }

  public Optional<KeyRow> find(String keyId) {
    return sql.sql("select * from gatehouse.actor_key where tenant = :tenant and key_id = :keyId")
        .with("keyId", keyId)
        .find(KeyRow.class);
  }

  List<KeyRow> keys() {
    return sql.sql("select * from gatehouse.actor_key where tenant = :tenant").list(KeyRow.class);
  }

  List<String> roots() {
    return sql.sql("select key_id from gatehouse.actor_root where tenant = :tenant").texts();
  }

  /**
   * All but those that came after the key that signed them was revoked. Which came first says the
   * database: a date could be written by whoever has the stolen key.
   */
  List<AcceptanceRow> acceptances() {
    return sql.sql(
            """
            select a.* from gatehouse.actor_acceptance a
            where a.tenant = :tenant and not exists (
              select from gatehouse.actor_revocation r
              where r.tenant = a.tenant and r.key_id = a.signed_by and r.ordinal < a.ordinal)
            """)
        .list(AcceptanceRow.class);
  }

  /** What the owner of the schema and approvers said of a key in one word each. */
  Word word(String keyId) {
    return sql.sql(
            """
            select
              exists (select from gatehouse.actor_root where tenant = :tenant and key_id = :keyId) as rooted,
              exists (select from gatehouse.actor_revocation where tenant = :tenant and key_id = :keyId) as revoked
            """)
        .with("keyId", keyId)
        .find(Word.class)
        .orElseThrow();
  }

  /** All keys, oldest first. */
  public List<KeyState> all() {
    return sql.sql(
            """
            select k.*, o.rooted_at, r.revoked_at, (
                select string_agg(a.subject, ', ' order by a.ordinal) from gatehouse.actor_acceptance a
                where a.tenant = k.tenant and a.key_id = k.key_id) as accepted_by
            from gatehouse.actor_key k
              left join gatehouse.actor_root o using (tenant, key_id)
              left join gatehouse.actor_revocation r using (tenant, key_id)
            where k.tenant = :tenant order by k.requested_at, k.key_id
            """)
        .list(KeyState.class);
  }

  /**
   * Uses an assertion once.
   *
   * @param usedFor such as the id of an Update
   * @return false when it was used before, for something else
   */
  public boolean use(String nonce, String usedFor, Instant at) {
    boolean first =
        sql.sql(
                """
                insert into gatehouse.actor_nonce (tenant, nonce, used_for, used_at)
                values (:tenant, :nonce, :usedFor, :at) on conflict do nothing
                """)
            .with("nonce", nonce)
            .with("usedFor", usedFor)
            .with("at", at)
            .changes();
    return first
        || sql.sql(
                "select used_for from gatehouse.actor_nonce where tenant = :tenant and nonce = :nonce")
            .with("nonce", nonce)
            .texts()
            .contains(usedFor);
  }
}
