package io.gatehouse.worker.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail ready to send: the same content as text and as HTML, to one recipient.
 *
 * @param messageId with angle brackets (RFC 5322, section 3.6.4), the same on every attempt
 * @param references message id of the mail this one follows, null for a first one
 */
public record Letter(
    String messageId,
    @Nullable String references,
    String to,
    String subject,
    String text,
    String html) {}
