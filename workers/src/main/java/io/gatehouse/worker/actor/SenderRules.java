package io.gatehouse.worker.actor;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Voice;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.temporal.WorkflowIds;
import java.time.Duration;
import java.util.Optional;

/** Whether an assertion speaks of this very message, and whether its role may ask for it. Pure. */
final class SenderRules {
  /** Signed to be used soon; what could be kept for long could be taken by somebody. */
  static final Duration LONGEST = Duration.ofHours(1);

  private SenderRules() {}

  /** What does not fit, as a clause; empty when all does. */
  static Optional<String> misfit(SenderCheck check, Assertion assertion) {
    return Optional.ofNullable(
        !assertion.workflowId().equals(WorkflowIds.guest(check.ref()))
            ? "it was signed for another lifecycle"
            : !assertion.openingId().equals(check.ref().openingId())
                ? "it was signed for another opening of the guest"
                : !assertion.action().equals(check.action().word())
                    ? "it was signed for another act"
                    : !assertion.digest().equals(ActorClaims.digest(check.asks()))
                        ? "something else was signed than what is asked for"
                        : untimely(check, assertion)
                            ? "what was signed has expired, or is valid for too long"
                            : !allowed(check, assertion.role())
                                ? "the role %s may not do this".formatted(assertion.role().claim())
                                : assertion.subject().equalsIgnoreCase(check.ref().guestId())
                                    ? "nobody decides about themselves"
                                    : null);
  }

  private static boolean untimely(SenderCheck check, Assertion assertion) {
    return !assertion.expiresAt().isAfter(check.receivedAt())
        || assertion.expiresAt().isAfter(check.receivedAt().plus(LONGEST));
  }

  /** A sponsor answers as one and nobody else does: each is asked for by a voice of its own. */
  private static boolean allowed(SenderCheck check, AppRole role) {
    return role.may(check.action())
        && (role == AppRole.SPONSOR) == (check.voice() == Voice.SPONSOR);
  }
}
