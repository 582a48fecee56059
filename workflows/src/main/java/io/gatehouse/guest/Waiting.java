package io.gatehouse.guest;

import io.gatehouse.temporal.Sleep;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/** Waits that a hold pushes out and that any message ends early. */
final class Waiting {
  private final Messages messages;

  Waiting(Messages messages) {
    this.messages = messages;
  }

  /**
   * A point in time that moves out by every hold that begins after it was set.
   *
   * @param heldBefore time on hold when the deadline was set, which must not count again
   */
  record Deadline(Instant due, Duration heldBefore) {
    Deadline plus(Duration wait) {
      return new Deadline(due.plus(wait), heldBefore);
    }
  }

  Deadline after(Instant from, Duration wait) {
    return at(from.plus(wait));
  }

  Deadline at(Instant due) {
    return new Deadline(due, messages.held(now()));
  }

  /** True when the deadline passed, false when a message came first. */
  boolean until(Deadline deadline, String summary) {
    while (!messages.any()) {
      Instant now = now();
      Instant due = movedOut(deadline);
      if (messages.onHold(now)) {
        Instant end = messages.heldUntil();
        Sleep.until(end, "on hold", () -> messages.any() || !messages.heldUntil().equals(end));
      } else if (now.isBefore(due)) {
        Sleep.until(due, summary, () -> messages.any() || messages.onHold(now()));
      } else {
        return true;
      }
    }
    return false;
  }

  Instant movedOut(Deadline deadline) {
    Instant now = now();
    return deadline
        .due()
        .plus(messages.held(now).plus(messages.holdLeft(now)).minus(deadline.heldBefore()));
  }

  /** Waits without a limit: for a delivery, the gate or a person. */
  void forMessage() {
    Workflow.await(messages::any);
  }

  static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
