package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that takes our mail.
 *
 * @param user null when the server asks for none
 * @param password null when the server asks for none, and for an app registration
 * @param registration signs in with a token instead of a password; null for none
 * @param perMinute how many mails the server takes a minute
 * @param from address that our mail comes from
 * @param replyTo address that answers go to, null for none of its own
 */
public record MailSettings(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    @Nullable GraphCredential registration,
    StartTls startTls,
    int perMinute,
    String from,
    @Nullable String replyTo) {

  /** Whether the connection is encrypted before anything personal is said. */
  public enum StartTls {
    REQUIRED,
    /** Only for a server on this machine. */
    OFF
  }

  /** Never shows the password: a record's own text would carry it into logs. */
  @Override
  public String toString() {
    return "MailSettings[%s:%d from %s]".formatted(host, port, from);
  }
}
