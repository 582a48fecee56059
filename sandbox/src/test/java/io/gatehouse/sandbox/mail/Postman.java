package io.gatehouse.sandbox.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Sends real mail over SMTP, as the product does. */
public final class Postman {
  private final Session session;
  private int sent;

  public Postman(int port) {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(port));
    this.session = Session.getInstance(properties);
  }

  /** Sends one mail in two parts; without HTML when it is empty. */
  public void sends(String to, String subject, String text, String html) throws MessagingException {
    String messageId = "<%d@gatehouse.example.com>".formatted(++sent);
    var message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
          }
        };
    message.setFrom("gatehouse@contoso.example.com");
    message.setRecipients(RecipientType.TO, to);
    message.setSubject(subject, "UTF-8");
    message.setHeader("Date", "Mon, 2 Mar 2026 08:00:00 +0000");
    var parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(text, "plain"));
    if (!html.isEmpty()) {
      parts.addBodyPart(part(html, "html"));
    }
    message.setContent(parts);
    Transport.send(message);
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(content, "UTF-8", subtype);
    return part;
  }
}
