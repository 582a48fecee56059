package io.gatehouse.store.ledger;

import io.gatehouse.evidence.Event;
import io.gatehouse.evidence.SealedEvent;
import io.gatehouse.store.database.TenantSql;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
   * @param openingId null for an event about the tenant
   * @return false when an entry of this key is already there; the event given now leaves no trace
   */
  public boolean append(Event event, @Nullable UUID openingId) {
    return !append(List.of(new Appended(event, openingId))).isEmpty();
  }

  /**
   * Appends events in their order, in one statement for all.
   *
   * @return the keys that were not there before
   */
  public Set<String> append(List<Appended> events) {
    List<SealedEvent> sealed = events.stream().map(each -> each.event().seal(random)).toList();
    return sql.inTransaction(() -> {
      var added = Set.copyOf(insert(events, sealed));
      List<DisclosureRow> kept =
          IntStream.range(0, events.size())
              .boxed()
              .flatMap(i -> disclosed(events.get(i).event(), sealed.get(i)))
              .filter(each -> added.contains(each.entryKey()))
              .toList();
      keep(kept);
      return added;
    });
  }

  private List<String> insert(List<Appended> events, List<SealedEvent> sealed) {
    return sql.sql(
            """
            insert into evidence.entry (tenant, entry_key, kind, opening_id, body, leaf_hash, recorded_at)
            select :tenant, key, kind, nullif(opening, '')::uuid, body, hash, at::timestamptz
            from unnest(:keys::text[], :kinds::text[], :openings::text[], :bodies::text[],
                :hashes::text[], :times::text[]) with ordinality
              as event (key, kind, opening, body, hash, at, number)
            order by number
            on conflict (tenant, entry_key) do nothing
            returning entry_key
            """)
        .with("keys", events.stream().map(each -> each.event().key()).toList())
        .with("kinds", events.stream().map(each -> each.event().kind()).toList())
        .with("openings", events.stream().map(Appended::opening).toList())
        .with("bodies", sealed.stream().map(SealedEvent::body).toList())
        .with("hashes", sealed.stream().map(SealedEvent::leafHash).toList())
        .with("times", events.stream().map(each -> each.event().at().toString()).toList())
        .texts();
  }

  private static Stream<DisclosureRow> disclosed(Event event, SealedEvent sealed) {
    return sealed.disclosures().stream()
        .map(each ->
            new DisclosureRow(
                event.key(), each.field(), event.subject(), each.salt(), each.value()));
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
    return Objects.requireNonNull(subjectsOf(List.of(guestId)).get(guestId));
  }

  /** The same of many guests, by their ids. */
  public Map<String, String> subjectsOf(Collection<String> guestIds) {
    var subjects = new HashMap<String, String>();
    List<SubjectRow> found =
        sql.sql(
                """
                with known as (
                  select guest_id, subject from evidence.subject
                  where tenant = :tenant and guest_id = any(:guestIds)
                ), made as (
                  insert into evidence.subject (tenant, guest_id, subject)
                  select :tenant, guest_id, gen_random_uuid() from unnest(:guestIds::text[]) as guest_id
                  where guest_id not in (select guest_id from known)
                  on conflict (tenant, guest_id) do nothing
                  returning guest_id, subject
                )
                select guest_id, subject::text from known
                union all select guest_id, subject::text from made
                """)
            .with("guestIds", guestIds)
            .list(SubjectRow.class);
    found.forEach(row -> subjects.put(row.guestId(), row.subject()));
    for (String guestId : guestIds) { // another transaction was quicker, and is there now
      subjects.computeIfAbsent(guestId, missed -> subject(missed).orElseThrow());
    }
    return subjects;
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

  private void keep(List<DisclosureRow> disclosures) {
    if (disclosures.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into evidence.disclosure (tenant, entry_key, field, subject, salt, value)
            select :tenant, key, field, nullif(subject, '')::uuid, decode(salt, 'hex'), value
            from unnest(:keys::text[], :fields::text[], :subjects::text[], :salts::text[], :values::text[])
              as disclosure (key, field, subject, salt, value)
            """)
        .with("keys", disclosures.stream().map(DisclosureRow::entryKey).toList())
        .with("fields", disclosures.stream().map(DisclosureRow::field).toList())
        .with("subjects", disclosures.stream().map(each -> orEmpty(each.subject())).toList())
        .with("salts", disclosures.stream().map(DisclosureRow::salt).toList())
        .with("values", disclosures.stream().map(DisclosureRow::value).toList())
        .update();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
