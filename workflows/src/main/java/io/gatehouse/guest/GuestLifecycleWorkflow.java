package io.gatehouse.guest;

import io.gatehouse.actor.Assertion;
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
import org.jspecify.annotations.Nullable;

/**
 * One stale guest from detection to the end: {@code guest/{tenant}/{objectId}}.
 *
 * <p>Each Update says who sends it. Without that, as from the Temporal UI, only {@code hold} is
 * taken.
 */
@WorkflowInterface
public interface GuestLifecycleWorkflow {
  @WorkflowMethod
  Closing run(Opening opening);

  /** A recorded answer of a sponsor or an operator. The Update's id is the answer's id. */
  @UpdateMethod
  Receipt decide(Decision decision, @Nullable Assertion sender);

  @UpdateValidatorMethod(updateName = "decide")
  void validateDecide(Decision decision, @Nullable Assertion sender);

  /** Nothing happens to the guest until a date. */
  @UpdateMethod
  Receipt hold(Hold hold, @Nullable Assertion sender);

  @UpdateValidatorMethod(updateName = "hold")
  void validateHold(Hold hold, @Nullable Assertion sender);

  /** Ends a hold. */
  @UpdateMethod
  Receipt release(Release release, @Nullable Assertion sender);

  @UpdateValidatorMethod(updateName = "release")
  void validateRelease(Release release, @Nullable Assertion sender);

  /** Gives the person asked, or the guest, more time. */
  @UpdateMethod
  Receipt extend(Extend extend, @Nullable Assertion sender);

  @UpdateValidatorMethod(updateName = "extend")
  void validateExtend(Extend extend, @Nullable Assertion sender);

  /** Asks somebody else. */
  @UpdateMethod
  Receipt reassign(Reassign reassign, @Nullable Assertion sender);

  @UpdateValidatorMethod(updateName = "reassign")
  void validateReassign(Reassign reassign, @Nullable Assertion sender);

  /** A lifecycle that waits for an operator tries again. */
  @UpdateMethod
  Receipt retry(Retry retry, @Nullable Assertion sender);

  @UpdateValidatorMethod(updateName = "retry")
  void validateRetry(Retry retry, @Nullable Assertion sender);

  /** Gives the account back and ends. */
  @UpdateMethod
  Receipt restore(Restore restore, @Nullable Assertion sender);

  @UpdateValidatorMethod(updateName = "restore")
  void validateRestore(Restore restore, @Nullable Assertion sender);

  /** The desk's report about the first mail of a question. */
  @SignalMethod
  void heard(Delivery delivery);

  /** "The gate opened", "the world changed", "an administrator asks": look before waiting on. */
  @SignalMethod
  void lookAgain();
}
