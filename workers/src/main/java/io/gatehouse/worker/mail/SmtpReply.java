package io.gatehouse.worker.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a mail server answered when it did not take a letter.
 *
 * @param code reply code (RFC 5321, section 4.2), 0 when it said nothing
 * @param about whose fault it is
 */
record SmtpReply(int code, About about) {
  enum About {
    RECIPIENT_OR_LETTER,
    /** Our account or sender address: no reason to pass the recipient over. */
    US
  }

  private static final SmtpReply SILENCE = new SmtpReply(0, About.US);
  private static final int BAD_CREDENTIALS = 535;

  /** The first reply in the chain of what the transport throws. */
  static SmtpReply in(MessagingException failure) {
    Exception next = failure;
    while (next instanceof MessagingException e) {
      switch (e) {
        case SMTPAddressFailedException recipient -> {
          return new SmtpReply(recipient.getReturnCode(), About.RECIPIENT_OR_LETTER);
        }
        case SMTPSenderFailedException sender -> {
          return new SmtpReply(sender.getReturnCode(), About.US);
        }
        case SMTPSendFailedException send
            when send.getReturnCode() > 0 && send.getNextException() == null -> {
          boolean ours = send.getCommand().startsWith("MAIL");
          return new SmtpReply(send.getReturnCode(), ours ? About.US : About.RECIPIENT_OR_LETTER);
        }
        case AuthenticationFailedException _ -> {
          return new SmtpReply(BAD_CREDENTIALS, About.US);
        }
        default -> next = e.getNextException();
      }
    }
    return SILENCE;
  }

  boolean isForGood() {
    return code >= 500 && about == About.RECIPIENT_OR_LETTER;
  }

  String words() {
    return switch (code) {
      case 0 -> "no answer";
      case BAD_CREDENTIALS -> "it refuses our user name and password, code " + code;
      default ->
          about == About.US && code >= 500
              ? "it refuses our sender address, code " + code
              : "code " + code;
    };
  }
}
