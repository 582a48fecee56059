package io.gatehouse.config;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SMTP server. */
final class MailPart {
  /** Coarse on purpose: the mail server knows better, this only catches slips. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

  private static final String PASSWORD = "password";

  private static final Registration REGISTRATION =
      new Registration(
          Variable.MAIL_KIND,
          Variable.MAIL_CLIENT_ID,
          Variable.MAIL_CERTIFICATE,
          Variable.MAIL_CERTIFICATE_PASSWORD,
          Variable.MAIL_FEDERATED_TOKEN,
          null);

  private MailPart() {}

  static MailSettings read(Values values, String tenant) {
    String host = values.required(Variable.MAIL_HOST);
    int port = values.port(Variable.MAIL_PORT, 1);
    String kind = values.required(Variable.MAIL_KIND);
    boolean registered = !kind.equals(PASSWORD);
    String user = values.optional(Variable.MAIL_USER);
    String password = registered ? null : values.optional(Variable.MAIL_PASSWORD);
    if (user == null && password != null) {
      values.refuse(Variable.MAIL_USER, "a password is given, so give the user name too");
    }
    if (user != null && password == null && !registered) {
      values.required(Variable.MAIL_PASSWORD);
    }
    return new MailSettings(
        host,
        port,
        user,
        password,
        registered ? REGISTRATION.credential(values, kind, tenant) : null,
        startTls(values, host),
        values.number(Variable.MAIL_PER_MINUTE, 1, 100_000),
        from(values),
        replyTo(values));
  }

  private static MailSettings.StartTls startTls(Values values, String host) {
    String given = values.required(Variable.MAIL_STARTTLS);
    boolean known =
        Arrays.stream(MailSettings.StartTls.values()).anyMatch(each -> each.name().equals(given));
    if (!known) {
      values.refuse(Variable.MAIL_STARTTLS, "give REQUIRED or OFF");
      return MailSettings.StartTls.REQUIRED;
    }
    var startTls = MailSettings.StartTls.valueOf(given);
    if (startTls == MailSettings.StartTls.OFF && !Loopback.is(host)) {
      values.refuse(
          Variable.MAIL_STARTTLS,
          "mail would leave this machine unencrypted, take OFF away or use a server on localhost");
    }
    return startTls;
  }

  private static String from(Values values) {
    return values.matching(
        Variable.MAIL_FROM, ADDRESS.asMatchPredicate(), "give an address like guests@example.com");
  }

  private static @Nullable String replyTo(Values values) {
    String given = values.optional(Variable.MAIL_REPLY_TO);
    if (given != null && !ADDRESS.matcher(given).matches()) {
      values.refuse(Variable.MAIL_REPLY_TO, "give an address like guests@example.com");
    }
    return given;
  }
}
