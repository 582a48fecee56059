package io.gatehouse.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * GreenMail's parts, with a say about recipients (some do not exist, some have to wait) and a book
 * of what arrived, so that nobody has to look through every mailbox for news.
 */
final class RefusingManagers extends Managers {
  private final Set<String> bouncing = ConcurrentHashMap.newKeySet();
  private final List<String> arrivals = new ArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final SmtpManager smtp =
      new SmtpManager(getImapHostManager(), getUserManager()) {
        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
          return refusal(recipient.getEmail());
        }

        @Override
        public synchronized void send(SmtpState state) {
          var recipients = List.copyOf(state.getMessage().getToAddresses());
          super.send(state); // puts the mail into the mailboxes before it returns
          recipients.forEach(recipient -> arrived(recipient.getEmail()));
        }
      };

  @Override
  public SmtpManager getSmtpManager() {
    return smtp;
  }

  private void arrived(String address) {
    synchronized (arrivals) {
      arrivals.add(address.toLowerCase(Locale.ROOT));
    }
  }

  int arrivals() {
    synchronized (arrivals) {
      return arrivals.size();
    }
  }

  /** The recipients of all mails but for the first ones, in lower case. */
  List<String> arrivalsAfter(int seen) {
    synchronized (arrivals) {
      return List.copyOf(arrivals.subList(seen, arrivals.size()));
    }
  }

  void bounce(String address) {
    bouncing.add(address.toLowerCase(Locale.ROOT));
  }

  void refuseNext() {
    refusals.incrementAndGet();
  }

  private @Nullable String refusal(String address) {
    if (bouncing.contains(address.toLowerCase(Locale.ROOT))) {
      return "550 5.1.1 No such mailbox here";
    }
    return refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0
        ? "451 4.3.0 Mail system is busy, try again later"
        : null;
  }
}
