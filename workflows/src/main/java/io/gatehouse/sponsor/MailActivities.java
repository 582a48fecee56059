package io.gatehouse.sponsor;

import io.gatehouse.guest.GuestNotice;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Sends mail. Each mail has a fixed Message-ID, so a repeated send is the same mail. */
@ActivityInterface
public interface MailActivities {
  /** Sends the question or a reminder, unless it was answered meanwhile. */
  @ActivityMethod
  MailOutcome send(QuestionMail mail);

  /** Tells the guest what happens to the account and whom to ask. */
  @ActivityMethod
  MailOutcome tellGuest(GuestNotice notice);
}
