package io.gatehouse.guest;

import io.gatehouse.sponsor.MailActivities;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.temporal.Activities;
import io.gatehouse.temporal.Sleep;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;

/**
 * Tells the guest that the account is disabled, beside the grace: whoever wants it back must not
 * wait for a mail server.
 */
final class NoticeBeside {
  private final GuestNotice notice;
  private final MailActivities mails = Activities.mailBeside("tell the guest");
  private boolean over;

  NoticeBeside(LifecycleRef ref) {
    this.notice = new GuestNotice(ref, GuestNotice.Kind.DISABLED);
  }

  void start() {
    Async.procedure(this::tell);
  }

  /** From here on the notice would say what is not so any more. */
  void stop() {
    over = true;
  }

  private void tell() {
    try {
      while (!over && mails.tellGuest(notice) instanceof MailOutcome.Later later) {
        Sleep.until(Waiting.now().plus(later.after()), "the notice to the guest", () -> over);
      }
    } catch (ActivityFailure failure) { // the account is disabled all the same
      Workflow.getLogger(NoticeBeside.class)
          .warn("a guest was not told that the account is disabled", failure);
    }
  }
}
