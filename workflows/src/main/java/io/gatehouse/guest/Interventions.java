package io.gatehouse.guest;

import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Extend;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Reassign;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Restore;
import io.gatehouse.attestation.Retry;
import io.gatehouse.sponsor.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the outside can tell a lifecycle. A message that makes sense waits until its sender is
 * proved; the lifecycle goes on meanwhile, so it is admitted again before it is kept and answered.
 */
abstract class Interventions implements GuestLifecycleWorkflow {
  private final Opening opening;
  private final Messages messages = new Messages();
  final Narrator narrator = new Narrator();
  final Asking asking;
  final Removal removal;
  private final Admission admission;
  private final Senders senders;

  Interventions(Opening opening) {
    this.opening = opening;
    var waiting = new Waiting(messages);
    var world = new World(opening.ref(), waiting, narrator);
    this.asking = new Asking(opening, messages, waiting, world, narrator);
    this.removal = new Removal(opening, messages, waiting, world, narrator);
    this.admission = new Admission(opening, messages, narrator, asking, removal);
    this.senders = new Senders(opening.ref());
  }

  @Override
  public Receipt decide(Decision decision, @Nullable Assertion sender) {
    senders.proved(decision, sender);
    admission.admit(decision);
    messages.put(decision);
    return admission.receipt(decision);
  }

  @Override
  public void validateDecide(Decision decision, @Nullable Assertion sender) {
    senders.named(decision, sender);
    admission.admit(decision);
  }

  @Override
  public Receipt hold(Hold hold, @Nullable Assertion sender) {
    if (senders.of(hold, sender) instanceof Sender.NotProved) {
      admission.admitUnproved(hold);
    }
    admission.admit(hold);
    Instant now = Waiting.now();
    Duration before = messages.holdLeft(now);
    messages.hold(hold, now);
    narrator.hold(hold.until(), messages.holdLeft(now).minus(before));
    return new Receipt(
        "On hold: nothing happens to the guest until that day is over.",
        narrator.stage(),
        hold.until());
  }

  @Override
  public void validateHold(Hold hold, @Nullable Assertion sender) {
    if (sender == null) {
      admission.admitUnproved(hold);
    }
    admission.admit(hold);
  }

  @Override
  public Receipt release(Release release, @Nullable Assertion sender) {
    senders.proved(release, sender);
    admission.admit(release);
    Instant now = Waiting.now();
    narrator.hold(null, messages.holdLeft(now).negated());
    messages.release(now);
    messages.putLookAgain();
    return receipt("Released: the lifecycle goes on.");
  }

  @Override
  public void validateRelease(Release release, @Nullable Assertion sender) {
    senders.named(release, sender);
    admission.admit(release);
  }

  @Override
  public Receipt extend(Extend extend, @Nullable Assertion sender) {
    senders.proved(extend, sender);
    admission.admit(extend);
    Duration by = Duration.ofDays(extend.days());
    admission.extended(extend.days());
    messages.extend(by);
    narrator.move(by);
    return receipt("Extended by %d days.".formatted(extend.days()));
  }

  @Override
  public void validateExtend(Extend extend, @Nullable Assertion sender) {
    senders.named(extend, sender);
    admission.admit(extend);
  }

  @Override
  public Receipt reassign(Reassign reassign, @Nullable Assertion sender) {
    senders.proved(reassign, sender);
    admission.admit(reassign);
    messages.putNamed(reassign.personId());
    return new Receipt("The person named is asked next.", Stage.ASKED, null);
  }

  @Override
  public void validateReassign(Reassign reassign, @Nullable Assertion sender) {
    senders.named(reassign, sender);
    admission.admit(reassign);
  }

  @Override
  public Receipt retry(Retry retry, @Nullable Assertion sender) {
    senders.proved(retry, sender);
    admission.admit(retry);
    messages.putLookAgain();
    return receipt("The lifecycle tries again.");
  }

  @Override
  public void validateRetry(Retry retry, @Nullable Assertion sender) {
    senders.named(retry, sender);
    admission.admit(retry);
  }

  @Override
  public Receipt restore(Restore restore, @Nullable Assertion sender) {
    senders.proved(restore, sender);
    admission.admit(restore);
    messages.putRestore();
    return receipt("The account is given back.");
  }

  @Override
  public void validateRestore(Restore restore, @Nullable Assertion sender) {
    senders.named(restore, sender);
    admission.admit(restore);
  }

  private Receipt receipt(String sentence) {
    return new Receipt(sentence, narrator.stage(), narrator.next());
  }

  @Override
  public void heard(Delivery delivery) {
    // The desk may report before we hear from our own activity whom it asked: a later round counts.
    if (delivery.openingId().equals(opening.ref().openingId())
        && delivery.round() >= asking.round()) {
      messages.put(delivery);
    }
  }

  @Override
  public void lookAgain() {
    messages.putLookAgain();
  }
}
