package io.gatehouse.store.attestation;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The answers of the tenant: recorded first, then applied or refused by their lifecycle, once. */
public final class Answers {

  private final TenantSql sql;

  public Answers(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Records an answer; false when this very answer is already there. A changed mind is a new
   * answer.
   */
  public boolean record(AnswerRow answer) {
    return sql.insert("gatehouse.answer", answer, "on conflict (answer_id) do nothing").changes();
  }

  /** Answers whose lifecycle has not heard of them, oldest first. */
  public List<AnswerRow> recorded() {
    return sql.sql(
            "select * from gatehouse.answer where tenant = :tenant and state = 'RECORDED' order by arrival")
        .list(AnswerRow.class);
  }

  /** How many answers this opening has not heard of: while there are any, no effect. */
  public int pendingFor(UUID openingId) {
    return sql.sql(
            """
            select count(*) from gatehouse.answer
            where tenant = :tenant and opening_id = :openingId and state = 'RECORDED'
            """)
        .with("openingId", openingId)
        .one(Integer.class);
  }

  /** False when the answer was settled before. */
  public boolean applied(UUID answerId, Instant at) {
    return sql.sql(
            """
            update gatehouse.answer set state = 'APPLIED', settled_at = :at
            where tenant = :tenant and answer_id = :answerId and state = 'RECORDED'
            """)
        .with("answerId", answerId)
        .with("at", at)
        .changes();
  }

  /** False when the answer was settled before. */
  public boolean refused(UUID answerId, String refusal, Instant at) {
    return sql.sql(
            """
            update gatehouse.answer set state = 'REFUSED', settled_at = :at, refusal = :refusal
            where tenant = :tenant and answer_id = :answerId and state = 'RECORDED'
            """)
        .with("answerId", answerId)
        .with("refusal", refusal)
        .with("at", at)
        .changes();
  }

  public Optional<AnswerRow> find(UUID answerId) {
    return sql.sql(
            "select * from gatehouse.answer where tenant = :tenant and answer_id = :answerId")
        .with("answerId", answerId)
        .find(AnswerRow.class);
  }

  /** The answer that holds for a question: the last one given that was not refused. */
  public Optional<AnswerRow> newestFor(UUID openingId, int round) {
    return sql.sql(
            """
            select * from gatehouse.answer
            where tenant = :tenant and opening_id = :openingId and round = :round and state <> 'REFUSED'
            order by arrival desc limit 1
            """)
        .with("openingId", openingId)
        .with("round", round)
        .find(AnswerRow.class);
  }

  /** All answers of one opening in the order they came. */
  public List<AnswerRow> of(UUID openingId) {
    return sql.sql(
            "select * from gatehouse.answer where tenant = :tenant and opening_id = :openingId order by arrival")
        .with("openingId", openingId)
        .list(AnswerRow.class);
  }
}
