package io.gatehouse.store.ledger;

import io.gatehouse.evidence.Event;
import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.Map;

/**
 * Forgetting a guest in the evidence: entries and proofs stay, nothing opens their commitments any
 * more.
 */
public final class Erasure {

  private final TenantSql sql;
  private final Ledger ledger;

  public Erasure(TenantSql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /**
   * Deletes every personal value of this guest's entries and the link to their reference, and
   * appends that it was done: when, by whom, on what ground.
   *
   * @param by who ordered it; stands in the ledger as a commitment
   * @return how many values were deleted; 0 and no entry when the ledger knows no such guest
   */
  public int eraseSubject(String guestId, Instant at, String ground, String by) {
    return sql.inTransaction(() -> {
      var subject = ledger.subject(guestId);
      if (subject.isEmpty()) {
        return 0;
      }
      int values =
          sql.sql("delete from evidence.disclosure where tenant = :tenant and subject = :subject")
              .with("subject", subject.get())
              .update();
      sql.sql("delete from evidence.subject where tenant = :tenant and guest_id = :guestId")
          .with("guestId", guestId)
          .update();
      ledger.append(
          new Event(
              "subject.erased",
              "erased/" + subject.get(),
              at,
              subject.get(),
              Map.of("ground", ground, "values", values),
              Map.of("by", by)),
          null);
      return values;
    });
  }
}
