package io.gatehouse.starter.answer;

import io.gatehouse.actor.Assertion;
import io.gatehouse.attestation.Message;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.starter.actor.ClockCheck;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.temporal.WorkflowIds;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs an answer at the moment of delivery, for whoever was proved when they gave it: what was
 * signed then has expired after an outage.
 */
final class Sealing {
  /** What became of the wish to sign. */
  sealed interface Result {}

  record Sealed(Messenger.Envelope envelope) implements Result {}

  /** Another process has to, or this one later. */
  record NotHere(String why) implements Result {}

  private final Store store;
  private final ClockCheck check;
  private final @Nullable Signer signer;

  Sealing(Store store, ClockCheck check, @Nullable Signer signer) {
    this.store = store;
    this.check = check;
    this.signer = signer;
  }

  Result seal(AnswerRow answer) {
    Message message = ActKind.of(answer).message(answer, AppliedPolicy.zone(store));
    var statement = new Statement(store);
    if (statement.pending(answer)) {
      return new NotHere(
          "The key it was signed with does not count yet (./gatehouse key list): it waits for that.");
    }
    Optional<Person> giver = statement.giver(answer);
    if (giver.isEmpty()) {
      return new Sealed(new Messenger.Envelope(message, null));
    }
    Signer hand = signer;
    if (hand == null || !hand.speaksFor(giver.get())) {
      return new NotHere("The pages deliver it: only they can sign for who gave it.");
    }
    Optional<String> off = check.flaw();
    if (off.isPresent()) {
      return new NotHere(off.get());
    }
    Optional<String> flaw =
        store
            .actorKeys()
            .find(hand.keyId())
            .map(store.keyring()::keyFlaw)
            .orElse(Optional.of("the key is not enrolled"));
    return flaw.isPresent()
        ? new NotHere(
            "This process cannot sign for anybody (%s): see ./gatehouse key list."
                .formatted(flaw.get()))
        : new Sealed(new Messenger.Envelope(message, sign(hand, giver.get(), answer, message)));
  }

  private Assertion sign(Signer hand, Person giver, AnswerRow answer, Message message) {
    var ref = new LifecycleRef(store.tenant(), answer.guestId(), answer.openingId().toString());
    return hand.sign(
        giver,
        message.action(),
        message.asks(),
        WorkflowIds.guest(ref),
        answer.openingId().toString());
  }
}
