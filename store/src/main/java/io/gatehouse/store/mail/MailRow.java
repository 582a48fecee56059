package io.gatehouse.store.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail.
 *
 * @param messageId the Message-ID header (RFC 5322, section 3.6.4), chosen before sending
 * @param kind what it says, such as ASK, REMINDER or GUEST_BEFORE_DISABLE
 * @param recipientId object id of the person or guest, never the address
 * @param serverAnswer the SMTP server's last line, which names its queue id
 * @param failure why it was not handed over; null again once it was
 */
public record MailRow(
    String messageId,
    UUID openingId,
    @Nullable Integer round,
    String kind,
    String recipientId,
    Instant intendedAt,
    @Nullable Instant handedOverAt,
    @Nullable String serverAnswer,
    @Nullable String failure) {

  /** A mail that was just decided upon. */
  public static MailRow intended(
      String messageId,
      UUID openingId,
      @Nullable Integer round,
      String kind,
      String recipientId,
      Instant at) {
    return new MailRow(messageId, openingId, round, kind, recipientId, at, null, null, null);
  }
}
