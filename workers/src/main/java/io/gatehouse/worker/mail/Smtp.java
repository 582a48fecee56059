package io.gatehouse.worker.mail;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.MailSettings;
import io.gatehouse.graph.access.AppToken;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.worker.house.Registrations;
import io.temporal.failure.ApplicationFailure;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to the SMTP server, one connection each. */
public final class Smtp {
  private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);

  /** Within the 30 seconds of one attempt. */
  private static final String PATIENCE_MILLIS = "8000";

  private final MailSettings account;
  private final Session session;
  private final Clock clock;
  private final Supplier<@Nullable String> secret;

  public Smtp(MailSettings account, Clock clock) {
    this(account, clock, secret(account));
  }

  /**
   * @param secret the password, or a token that is fresh for each connection
   */
  Smtp(MailSettings account, Clock clock, Supplier<@Nullable String> secret) {
    this.account = account;
    this.clock = clock;
    this.secret = secret;
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", account.host());
    properties.setProperty("mail.smtp.port", Integer.toString(account.port()));
    String startTls = Boolean.toString(account.startTls() == MailSettings.StartTls.REQUIRED);
    properties.setProperty("mail.smtp.starttls.enable", startTls);
    properties.setProperty("mail.smtp.starttls.required", startTls);
    properties.setProperty("mail.smtp.auth", Boolean.toString(user() != null));
    if (account.registration() != null) {
      properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
    }
    properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
    this.session = Session.getInstance(properties);
  }

  /**
   * @throws ApplicationFailure of type TRANSIENT when the server cannot be reached or says "later"
   */
  public Handover send(Letter letter) {
    try {
      var message = new LetterMessage(session, letter);
      message.setFrom(new InternetAddress(account.from()));
      if (account.replyTo() != null) {
        message.setReplyTo(new Address[] {new InternetAddress(account.replyTo())});
      }
      message.setRecipient(Message.RecipientType.TO, strict(letter.to()));
      message.setSentDate(Date.from(clock.instant()));
      message.saveChanges();
      return new Handover.Taken(handOver(message));
    } catch (AddressException e) {
      return new Handover.Refused("no valid address");
    } catch (NoToken e) {
      throw later(String.valueOf(e.getMessage()));
    } catch (MessagingException e) {
      SmtpReply reply = SmtpReply.in(e);
      if (reply.isForGood()) {
        return new Handover.Refused("the mail server refused it with code " + reply.code());
      }
      throw later(reply.words());
    }
  }

  private ApplicationFailure later(String why) {
    return ApplicationFailure.newFailure(
        "The mail server at %s did not take a letter (%s). It is tried again."
            .formatted(address(), why),
        FailureType.TRANSIENT.name());
  }

  /** Returns the server's last line. */
  private String handOver(MimeMessage message) throws MessagingException {
    var transport = (SMTPTransport) session.getTransport();
    try {
      transport.connect(user(), password());
      transport.sendMessage(message, message.getAllRecipients());
      return transport.getLastServerResponse().strip();
    } finally {
      leave(transport);
    }
  }

  /** A letter that was taken is not sent again because the farewell failed. */
  private void leave(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.info("The mail server at {} ended the connection early.", address());
    }
  }

  /**
   * Whether the server answers at all.
   *
   * @throws MessagingException when it does not
   */
  public void probe() throws MessagingException {
    try (var transport = session.getTransport()) {
      transport.connect(user(), password());
    }
  }

  /** host:port, for sentences. */
  public String address() {
    return account.host() + ":" + account.port();
  }

  /** Exchange wants to hear the mailbox that a registration acts for. */
  private @Nullable String user() {
    return account.user() == null && account.registration() != null
        ? account.from()
        : account.user();
  }

  private @Nullable String password() throws MessagingException {
    try {
      return secret.get();
    } catch (RuntimeException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new NoToken("no token for the mailbox: " + why, e);
    }
  }

  private static final class NoToken extends MessagingException {
    private static final long serialVersionUID = 1L;

    NoToken(String sentence, RuntimeException cause) {
      super(sentence, cause);
    }
  }

  private static Supplier<@Nullable String> secret(MailSettings account) {
    GraphCredential registration = account.registration();
    return registration == null
        ? account::password
        : AppToken.of(Registrations.credential(registration), AppToken.EXCHANGE_ONLINE)::value;
  }

  private static Address strict(String address) throws AddressException {
    return new InternetAddress(address, true);
  }
}
