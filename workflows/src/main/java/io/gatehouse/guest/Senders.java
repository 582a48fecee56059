package io.gatehouse.guest;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.ActorActivities;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Message;
import io.gatehouse.temporal.Activities;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Finds out who sent a message before it counts. */
final class Senders {
  private final LifecycleRef ref;
  private final ActorActivities actors = Activities.actor("prove who sent it");

  Senders(LifecycleRef ref) {
    this.ref = ref;
  }

  /** Refuses what comes without a sender and needs one; costs nothing and leaves no history. */
  void named(Message message, @Nullable Assertion sender) {
    if (sender == null && !message.action().needsNoProof()) {
      throw unproved(message.action(), "nobody signed it");
    }
  }

  /** Refuses a message unless its sender is proved. The lifecycle goes on meanwhile. */
  void proved(Message message, @Nullable Assertion sender) {
    if (of(message, sender) instanceof Sender.NotProved not) {
      throw unproved(message.action(), not.reason());
    }
  }

  /** Who sent it. The lifecycle goes on meanwhile. */
  Sender of(Message message, @Nullable Assertion sender) {
    return actors.proveSender(
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

  private static RuntimeException unproved(Action action, String why) {
    return Admission.refused(
        "Who sent this is not proved (%s), and without that only hold works: do it signed in on Gatehouse's pages, or with ./gatehouse guest %s and an enrolled key."
            .formatted(why, action.word()));
  }
}
