package io.gatehouse.store.ledger;

import io.gatehouse.evidence.Disclosure;
import io.gatehouse.evidence.Event;
import io.gatehouse.store.database.TenantSql;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's append-only ledger. Everything joins the caller's transaction. */
public final class Ledger {

  private static final String ENTRY =
      """
      select position, entry_key, kind, opening_id, body, leaf_hash, recorded_at
      from evidence.entry where tenant = :tenant and
      """;

  private final TenantSql sql;
  private final SecureRandom random = new SecureRandom();

  public Ledger(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Appends the event. Waits for another transaction that is appending the same key.
   *
   * @return false when an entry of this key is already there; the event given now leaves no trace
   */
  public boolean append(Event event, @Nullable UUID openingId) {
    var sealed = event.seal(random);
    return sql.inTransaction(() -> {
      boolean isNew =
          sql.sql(
                  """
                  insert into evidence.entry (tenant, entry_key, kind, opening_id, body, leaf_hash, recorded_at)
                  values (:tenant, :key, :kind, :openingId, :body, :leafHash, :at)
                  on conflict (tenant, entry_key) do nothing
                  """)
              .with("key", event.key())
              .with("kind", event.kind())
              .with("openingId", openingId)
              .with("body", sealed.body())
              .with("leafHash", sealed.leafHash())
              .with("at", event.at())
              .changes();
      if (isNew) {
        sealed.disclosures().forEach(each -> keep(event, each));
      }
      return isNew;
    });
  }

  public Optional<EntryRow> find(String key) {
    return sql.sql(ENTRY + "entry_key = :key").with("key", key).find(EntryRow.class);
  }

  /** All entries of one opening in order. */
  public List<EntryRow> of(UUID openingId) {
    return sql.sql(ENTRY + "opening_id = :openingId order by position")
        .with("openingId", openingId)
        .list(EntryRow.class);
  }

  /** The random reference that stands for this guest in the ledger; made at the first asking. */
  public String subjectOf(String guestId) {
    return sql
        .sql(
            """
            with known as (
              select subject from evidence.subject where tenant = :tenant and guest_id = :guestId
            ), made as (
              insert into evidence.subject (tenant, guest_id, subject)
              select :tenant, :guestId, gen_random_uuid() where not exists (select from known)
              on conflict (tenant, guest_id) do nothing
              returning subject
            )
            select subject::text from known union all select subject::text from made
            """)
        .with("guestId", guestId)
        .texts()
        .stream()
        .findFirst()
        .or(() -> subject(guestId)) // another transaction was quicker, and is there now
        .orElseThrow();
  }

  /** What still opens the commitments of one entry. */
  public List<DisclosureRow> disclosures(String key) {
    return sql.sql(
            """
            select entry_key, field, subject, encode(salt, 'hex') as salt, value
            from evidence.disclosure where tenant = :tenant and entry_key = :key order by field
            """)
        .with("key", key)
        .list(DisclosureRow.class);
  }

  /** The reference, if one was ever made and not erased. */
  Optional<String> subject(String guestId) {
    return sql
        .sql(
            "select subject::text from evidence.subject where tenant = :tenant and guest_id = :guestId")
        .with("guestId", guestId)
        .texts()
        .stream()
        .findFirst();
  }

  private void keep(Event event, Disclosure disclosure) {
    sql.sql(
            """
            insert into evidence.disclosure (tenant, entry_key, field, subject, salt, value)
            values (:tenant, :key, :field, :subject, :salt, :value)
            """)
        .with("key", event.key())
        .with("field", disclosure.field())
        .with("subject", event.subject())
        .with("salt", HexFormat.of().parseHex(disclosure.salt()))
        .with("value", disclosure.value())
        .update();
  }
}
