package io.gatehouse.rehearsal;

import io.gatehouse.guest.GuestNotice;
import io.gatehouse.sponsor.MailActivities;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.QuestionMail;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The mail server: all mail arrives, unless the test says otherwise. */
final class FakePost implements MailActivities {
  private final Journal journal;
  private final Script script;
  private final Supplier<Instant> clock;
  private final Queue<MailOutcome> mails = new ConcurrentLinkedQueue<>();
  private final Queue<MailOutcome> notices = new ConcurrentLinkedQueue<>();

  FakePost(Journal journal, Script script, Supplier<Instant> clock) {
    this.journal = journal;
    this.script = script;
    this.clock = clock;
  }

  void nextMail(MailOutcome outcome) {
    mails.add(outcome);
  }

  void nextNotice(MailOutcome outcome) {
    notices.add(outcome);
  }

  @Override
  public MailOutcome send(QuestionMail mail) {
    script.play("send");
    MailOutcome outcome = next(mails);
    journal.write(
        "mail %d to %s about %s: %s"
            .formatted(
                mail.number(),
                mail.question().sponsorId(),
                mail.question().ref().guestId(),
                outcome.getClass().getSimpleName()));
    return outcome;
  }

  @Override
  public MailOutcome tellGuest(GuestNotice notice) {
    script.play("tellGuest");
    MailOutcome outcome = next(notices);
    journal.write(
        "tells the guest %s: %s".formatted(notice.kind(), outcome.getClass().getSimpleName()));
    return outcome;
  }

  private MailOutcome next(Queue<MailOutcome> scripted) {
    MailOutcome outcome = scripted.poll();
    return outcome == null ? new MailOutcome.Delivered(clock.get()) : outcome;
  }
}
