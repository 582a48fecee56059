package io.gatehouse.store.attestation;

import io.gatehouse.store.database.Query;
import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The questions of the tenant. */
public final class Questions {

  private final TenantSql sql;

  public Questions(TenantSql sql) {
    this.sql = sql;
  }

  /** Asks, or returns what was already asked in that round. */
  public QuestionRow ask(QuestionRow question) {
    sql.insert("gatehouse.question", question, "on conflict (opening_id, round) do nothing")
        .update();
    return find(question.openingId(), question.round()).orElseThrow();
  }

  /** Notes that the question reached the person; the first time counts. */
  public void delivered(UUID openingId, int round, Instant at, String mode) {
    change(
            openingId,
            round,
            "delivered_at = :at, delivered_under = :mode, undeliverable = null",
            "and delivered_at is null")
        .with("at", at)
        .with("mode", mode)
        .update();
  }

  public void undeliverable(UUID openingId, int round, String reason) {
    change(openingId, round, "undeliverable = :reason", "").with("reason", reason).update();
  }

  /** Sets when silence is drawn; that moves out, never in. */
  public void deadline(UUID openingId, int round, Instant answerBy) {
    change(openingId, round, "answer_by = greatest(answer_by, :answerBy)", "")
        .with("answerBy", answerBy)
        .update();
  }

  /**
   * Ends the question: it was answered, drawn as silence, or is no longer asked. The first time
   * counts.
   */
  public void settle(UUID openingId, int round, Instant at) {
    change(openingId, round, "settled_at = :at", "and settled_at is null").with("at", at).update();
  }

  public Optional<QuestionRow> find(UUID openingId, int round) {
    return sql.sql(
            """
            select * from gatehouse.question
            where tenant = :tenant and opening_id = :openingId and round = :round
            """)
        .with("openingId", openingId)
        .with("round", round)
        .find(QuestionRow.class);
  }

  /** All rounds of one opening in order. */
  public List<QuestionRow> of(UUID openingId) {
    return sql.sql(
            "select * from gatehouse.question where tenant = :tenant and opening_id = :openingId order by round")
        .with("openingId", openingId)
        .list(QuestionRow.class);
  }

  /** What reached this person in lifecycles that still run, oldest first. */
  public List<QuestionRow> running(String sponsorId) {
    return sql.sql(
            """
            select question.* from gatehouse.question
            join gatehouse.lifecycle using (tenant, opening_id)
            where tenant = :tenant and question.sponsor_id = :sponsorId
              and question.delivered_at is not null and lifecycle.closed_at is null
            order by question.asked_at, opening_id
            """)
        .with("sponsorId", sponsorId)
        .list(QuestionRow.class);
  }

  private Query change(UUID openingId, int round, String what, String onlyIf) {
    return sql.sql(
            "update gatehouse.question set %s where tenant = :tenant and opening_id = :openingId and round = :round %s"
                .formatted(what, onlyIf))
        .with("openingId", openingId)
        .with("round", round);
  }
}
