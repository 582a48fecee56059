package io.gatehouse.guest;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.ActorActivities;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Message;
import io.gatehouse.temporal.Activities;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Finds out who sent a message before it counts. */
final class Senders {
  private static final String PROVE = "prove who sent it";

  private final LifecycleRef ref;
  private final ActorActivities atOnce = Activities.actorAtOnce(PROVE);
  private final ActorActivities patiently = Activities.actor(PROVE);

  Senders(LifecycleRef ref) {
    this.ref = ref;
  }

  /** Refuses what comes without a sender and needs one; costs nothing and leaves no history. */
  void named(Message message, @Nullable Assertion sender) {
    if (sender == null && !message.action().needsNoProof()) {
      throw unproved(message.action(), "nobody signed it");
    }
  }

  /** Refuses a message unless its sender is proved. Others may be heard meanwhile. */
  void proved(Message message, @Nullable Assertion sender) {
    if (of(message, sender) instanceof Sender.NotProved not) {
      throw unproved(message.action(), not.reason());
    }
  }

  /** Who sent it. Others may be heard meanwhile. */
  Sender of(Message message, @Nullable Assertion sender) {
    return check(
        new SenderCheck(
            ref,
            Workflow.getCurrentUpdateInfo().orElseThrow().getUpdateId(),
            message.action(),
            message.asks(),
            message.voice(),
            message.round(),
            Waiting.now(),
            sender));
  }

  /** Somebody waits for the answer; a store that is away holds up nothing else for long. */
  private Sender check(SenderCheck check) {
    try {
      return atOnce.proveSender(check);
    } catch (ActivityFailure e) {
      return patiently.proveSender(check);
    }
  }

  private static RuntimeException unproved(Action action, String why) {
    return Admission.refused(
        "Who sent this is not proved (%s), and without that only hold works: do it signed in on Gatehouse's pages, or with ./gatehouse guest %s and an enrolled key."
            .formatted(why, action.word()));
  }
}
