package io.gatehouse.guest;

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

/** What the outside can tell a lifecycle: each message is admitted, kept and answered at once. */
abstract class Interventions implements GuestLifecycleWorkflow {
  private final Opening opening;
  private final Messages messages = new Messages();
  final Narrator narrator = new Narrator();
  final Asking asking;
  final Removal removal;
  private final Admission admission;

  Interventions(Opening opening) {
    this.opening = opening;
    var waiting = new Waiting(messages);
    var world = new World(opening.ref(), waiting, narrator);
    this.asking = new Asking(opening, messages, waiting, world, narrator);
    this.removal = new Removal(opening, messages, waiting, world, narrator);
    this.admission = new Admission(opening, messages, narrator, asking, removal);
  }

  @Override
  public Receipt decide(Decision decision) {
    messages.put(decision);
    return admission.receipt(decision);
  }

  @Override
  public void validateDecide(Decision decision) {
    admission.admit(decision);
  }

  @Override
  public Receipt hold(Hold hold) {
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
  public void validateHold(Hold hold) {
    admission.admit(hold);
  }

  @Override
  public Receipt release(Release release) {
    Instant now = Waiting.now();
    narrator.hold(null, messages.holdLeft(now).negated());
    messages.release(now);
    messages.putLookAgain();
    return receipt("Released: the lifecycle goes on.");
  }

  @Override
  public void validateRelease(Release release) {
    admission.admit(release);
  }

  @Override
  public Receipt extend(Extend extend) {
    Duration by = Duration.ofDays(extend.days());
    admission.extended(extend.days());
    messages.extend(by);
    narrator.move(by);
    return receipt("Extended by %d days.".formatted(extend.days()));
  }

  @Override
  public void validateExtend(Extend extend) {
    admission.admit(extend);
  }

  @Override
  public Receipt reassign(Reassign reassign) {
    messages.putNamed(reassign.personId());
    return new Receipt("The person named is asked next.", Stage.ASKED, null);
  }

  @Override
  public void validateReassign(Reassign reassign) {
    admission.admit(reassign);
  }

  @Override
  public Receipt retry(Retry retry) {
    messages.putLookAgain();
    return receipt("The lifecycle tries again.");
  }

  @Override
  public void validateRetry(Retry retry) {
    admission.admit(retry);
  }

  @Override
  public Receipt restore(Restore restore) {
    messages.putRestore();
    return receipt("The account is given back.");
  }

  @Override
  public void validateRestore(Restore restore) {
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
