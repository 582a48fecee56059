package io.gatehouse.sandbox.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** GreenMail's parts, with a say about recipients: some do not exist, some have to wait. */
final class RefusingManagers extends Managers {
  private final Set<String> bouncing = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refusals = new AtomicInteger();
  private final SmtpManager smtp =
      new SmtpManager(getImapHostManager(), getUserManager()) {
        @Override
        public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
          return refusal(recipient.getEmail());
        }
      };

  @Override
  public SmtpManager getSmtpManager() {
    return smtp;
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
