package io.gatehouse.store.mail;

import io.gatehouse.store.database.TenantSql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The mails of the tenant: intended before sending, so that a repeated step sees what it already
 * did.
 */
public final class Mails {

  private final TenantSql sql;

  public Mails(TenantSql sql) {
    this.sql = sql;
  }

  /** Notes the intention, or returns the mail already known by this message id. */
  public MailRow intend(MailRow mail) {
    sql.insert("gatehouse.mail", mail, "on conflict (tenant, message_id) do nothing").update();
    return find(mail.messageId()).orElseThrow();
  }

  /** The SMTP server took the mail; the first time counts. */
  public void handedOver(String messageId, Instant at, String serverAnswer) {
    sql.sql(
            """
            update gatehouse.mail set handed_over_at = :at, server_answer = :serverAnswer, failure = null
            where tenant = :tenant and message_id = :messageId and handed_over_at is null
            """)
        .with("messageId", messageId)
        .with("at", at)
        .with("serverAnswer", serverAnswer)
        .update();
  }

  /** The mail did not get out; a mail that did is never called failed. */
  public void failed(String messageId, String reason) {
    sql.sql(
            """
            update gatehouse.mail set failure = :reason
            where tenant = :tenant and message_id = :messageId and handed_over_at is null
            """)
        .with("messageId", messageId)
        .with("reason", reason)
        .update();
  }

  public Optional<MailRow> find(String messageId) {
    return sql.sql(
            "select * from gatehouse.mail where tenant = :tenant and message_id = :messageId")
        .with("messageId", messageId)
        .find(MailRow.class);
  }

  /** All mails of one opening in order. */
  public List<MailRow> of(UUID openingId) {
    return sql.sql(
            """
            select * from gatehouse.mail where tenant = :tenant and opening_id = :openingId
            order by intended_at, message_id
            """)
        .with("openingId", openingId)
        .list(MailRow.class);
  }
}
