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

  /** Ends a hold. */
  @UpdateMethod
  Receipt release(Release release);

  @UpdateValidatorMethod(updateName = "release")
  void validateRelease(Release release);

  /** Gives the person asked, or the guest, more time. */
  @UpdateMethod
  Receipt extend(Extend extend);

  @UpdateValidatorMethod(updateName = "extend")
  void validateExtend(Extend extend);

  /** Asks somebody else. */
  @UpdateMethod
  Receipt reassign(Reassign reassign);

  @UpdateValidatorMethod(updateName = "reassign")
  void validateReassign(Reassign reassign);

  /** A lifecycle that waits for an operator tries again. */
  @UpdateMethod
  Receipt retry(Retry retry);

  @UpdateValidatorMethod(updateName = "retry")
  void validateRetry(Retry retry);

  /** Gives the account back and ends. */
  @UpdateMethod
  Receipt restore(Restore restore);

  @UpdateValidatorMethod(updateName = "restore")
  void validateRestore(Restore restore);

  /** The desk's report about the first mail of a question. */
  @SignalMethod
  void heard(Delivery delivery);

  /** "The gate opened", "the world changed", "an administrator asks": look before waiting on. */
  @SignalMethod
  void lookAgain();
}
