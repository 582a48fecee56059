package io.gatehouse.guest;

import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.sponsor.Delivery;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One stale guest from detection to the end: {@code guest/{tenant}/{objectId}}. */
@WorkflowInterface
public interface GuestLifecycleWorkflow {
  @WorkflowMethod
  Closing run(Opening opening);

  /** A recorded answer of a sponsor or an operator. The Update's id is the answer's id. */
  @UpdateMethod
  Receipt decide(Decision decision);

  @UpdateValidatorMethod(updateName = "decide")
  void validateDecide(Decision decision);

  /** Nothing happens to the guest until a date. */
  @UpdateMethod
  Receipt hold(Hold hold);

  @UpdateValidatorMethod(updateName = "hold")
  void validateHold(Hold hold);

  /** Ends a hold; a lifecycle that waits for an operator tries again. */
  @UpdateMethod
  Receipt release(Release release);

  @UpdateValidatorMethod(updateName = "release")
  void validateRelease(Release release);

  /** The desk's report about the first mail of a question. */
  @SignalMethod
  void heard(Delivery delivery);

  /** "The gate opened", "the world changed", "an administrator asks": look before waiting on. */
  @SignalMethod
  void lookAgain();
}
