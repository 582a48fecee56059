package io.gatehouse.guest;

import io.gatehouse.temporal.Activities;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/** Ask, then keep or remove. How each of them goes stands in {@link Asking} and {@link Removal}. */
public final class GuestLifecycleWorkflowImpl extends Interventions {
  private final Opening opening;
  private final RecordActivities record = Activities.record("record how the lifecycle ended");

  @WorkflowInit // ready before any message arrives
  public GuestLifecycleWorkflowImpl(Opening opening) {
    super(opening);
    this.opening = opening;
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
    Closing closing = removal.cancelled();
    Workflow.newDetachedCancellationScope(() -> close(closing)).run();
  }

  private Closing live() {
    return switch (asking.conduct()) {
      case Verdict.Keep keep -> new Closing(Outcome.KEPT, "kept", keep.until());
      case Verdict.Remove _ when opening.trigger() == Trigger.EXCLUSION_ENDS ->
          Closing.of(Outcome.EXEMPT, "the exclusion is not wanted any longer and ends on its day");
      case Verdict.Remove _ -> removal.run();
      case Verdict.Ended ended -> ended.closing();
      case Verdict.NextPerson _ ->
          throw new IllegalStateException("asking ended without a verdict");
    };
  }

  private void close(Closing closing) {
    narrator.close(closing);
    record.close(opening.ref(), closing);
  }
}
