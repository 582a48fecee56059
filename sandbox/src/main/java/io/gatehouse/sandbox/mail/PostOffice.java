package io.gatehouse.sandbox.mail;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** An SMTP server on loopback: every address has a mailbox, unless it bounces. */
public final class PostOffice implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final long START_MILLIS = 5_000;

  private final RefusingManagers managers = new RefusingManagers();
  private final SmtpServer smtp;

  /**
   * Starts the server.
   *
   * @param port 0 for a free one
   * @throws IllegalStateException when the port is in use
   */
  public PostOffice(int port) {
    smtp = new PromptSmtpServer(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP), managers);
    var failure = new AtomicReference<Throwable>();
    smtp.setUncaughtExceptionHandler((_, e) -> failure.set(e)); // GreenMail binds in its thread
    smtp.startService();
    if (!isRunning()) {
      throw new IllegalStateException(
          "The sandbox's mail cannot listen on %s:%d: stop what uses the port or choose another."
              .formatted(HOST, port),
          failure.get());
    }
  }

  private boolean isRunning() {
    try {
      return smtp.waitTillRunning(START_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public int port() {
    return smtp.getPort();
  }

  /** All mails to an address, in the order they came. */
  public List<Letter> letters(String address) {
    return lettersAfter(address, 0);
  }

  /** Mails to an address but for the first ones, which somebody has read already. */
  public List<Letter> lettersAfter(String address, int seen) {
    var user = managers.getUserManager().getUserByEmail(address);
    return user == null
        ? List.of()
        : messages(user).stream()
            .skip(seen)
            .map(message -> LetterReader.read(address, message.getMimeMessage()))
            .toList();
  }

  /** How many mails were delivered, to anybody. */
  public int count() {
    return managers.arrivals();
  }

  /** Who got mail since the first ones, which are seen already: one lower-case address each. */
  public List<String> recipientsAfter(int seen) {
    return managers.arrivalsAfter(seen);
  }

  /** From now on mail to this address is refused for good (550). */
  public void bounce(String address) {
    managers.bounce(address);
  }

  /** The next recipient is refused for now (451), once. */
  public void refuseNext() {
    managers.refuseNext();
  }

  private List<StoredMessage> messages(GreenMailUser user) {
    try {
      return managers.getImapHostManager().getInbox(user).getMessages();
    } catch (FolderException e) {
      throw new IllegalStateException("Mailbox %s has no inbox.".formatted(user.getEmail()), e);
    }
  }

  @Override
  public void close() {
    smtp.stopService();
  }
}
