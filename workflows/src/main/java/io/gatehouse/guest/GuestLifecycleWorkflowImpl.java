package io.gatehouse.guest;

import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.temporal.Activities;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;

/** Ask, then keep or remove. How each of them goes stands in {@link Asking} and {@link Removal}. */
public final class GuestLifecycleWorkflowImpl implements GuestLifecycleWorkflow {
  private final Opening opening;
  private final Messages messages = new Messages();
  private final Narrator narrator = new Narrator();
  private final Asking asking;
  private final Removal removal;
  private final Admission admission;
  private final RecordActivities record = Activities.record("record how the lifecycle ended");

  @WorkflowInit // ready before any message arrives
  public GuestLifecycleWorkflowImpl(Opening opening) {
    this.opening = opening;
    var waiting = new Waiting(messages);
    var world = new World(opening.ref(), waiting, narrator);
    this.asking = new Asking(opening, messages, waiting, world, narrator);
    this.removal = new Removal(opening, messages, waiting, world, narrator);
    this.admission = new Admission(opening, messages, narrator, asking, removal);
  }

  @Override
  public Closing run(Opening input) {
    try {
      Closing closing = live();
      close(closing);
      Workflow.await(Workflow::isEveryHandlerFinished);
      return closing;
    } catch (CanceledFailure cancelled) {
      closeCancelled();
      throw cancelled;
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) { // cancelled while an activity ran
        closeCancelled();
      }
      throw failure;
    }
  }

  private void closeCancelled() {
    Closing closing =
        removal.disabled()
            ? Closing.of(Outcome.FAILED, "cancelled in Temporal, the account is left disabled")
            : Closing.of(Outcome.STOOD_DOWN, "cancelled by an administrator in Temporal");
    Workflow.newDetachedCancellationScope(() -> close(closing)).run();
  }

  private Closing live() {
    return switch (asking.conduct()) {
      case Verdict.Keep keep -> new Closing(Outcome.KEPT, "kept", keep.until());
      case Verdict.Remove _ -> removal.run();
      case Verdict.Ended ended -> ended.closing();
      case Verdict.NextPerson _ ->
          throw new IllegalStateException("asking ended without a verdict");
    };
  }

  private void close(Closing closing) {
    narrator.tell(Stage.CLOSED, "nothing: " + closing.reason(), null);
    record.close(opening.ref(), closing);
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
    narrator.move(messages.holdLeft(now).minus(before));
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
    narrator.move(messages.holdLeft(now).negated());
    messages.release(now);
    messages.putLookAgain();
    return new Receipt("Released: the lifecycle goes on.", narrator.stage(), narrator.next());
  }

  @Override
  public void validateRelease(Release release) {
    admission.admit(release);
  }

  @Override
  public void heard(Delivery delivery) {
    // A late report about somebody asked earlier must not hide the one that is waited for.
    if (delivery.openingId().equals(opening.ref().openingId())
        && delivery.round() == asking.round()) {
      messages.put(delivery);
    }
  }

  @Override
  public void lookAgain() {
    messages.putLookAgain();
  }
}
