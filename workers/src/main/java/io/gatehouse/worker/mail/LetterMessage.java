package io.gatehouse.worker.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * A letter as MIME: text and HTML alternatives, marked as automatic so that nobody's absence note
 * answers.
 */
final class LetterMessage extends MimeMessage {
  private final String messageId;

  LetterMessage(Session session, Letter letter) throws MessagingException {
    super(session);
    this.messageId = letter.messageId();
    setSubject(letter.subject(), "UTF-8");
    if (letter.references() != null) {
      setHeader("In-Reply-To", letter.references());
      setHeader("References", letter.references());
    }
    setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, section 5
    setHeader("X-Auto-Response-Suppress", "OOF, AutoReply"); // Exchange's own wish list
    setContent(alternatives(letter));
  }

  /** {@code saveChanges} would replace the id on every attempt. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static MimeMultipart alternatives(Letter letter) throws MessagingException {
    var text = new MimeBodyPart();
    text.setText(letter.text(), "UTF-8");
    var html = new MimeBodyPart();
    html.setContent(letter.html(), "text/html; charset=UTF-8");
    return new MimeMultipart("alternative", text, html);
  }
}
