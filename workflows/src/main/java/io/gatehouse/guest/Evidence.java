package io.gatehouse.guest;

import io.gatehouse.safety.Change;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one reading says about the reason a lifecycle is or was opened for. The same rule decides at
 * the scan and at the moment of the effect.
 */
public sealed interface Evidence {

  /** The reason holds. */
  record Holds() implements Evidence {}

  /** The reason is gone. */
  record Ended(Change change) implements Evidence {}

  /** Neither can be said: opens nothing and stops an effect. */
  record Unclear(String reason) implements Evidence {}

  /**
   * Pure.
   *
   * @param days the trigger's threshold
   * @param datesAreShown whether the source is known to show sign-in dates at all: without that, a
   *     missing date proves nothing
   */
  static Evidence of(
      Trigger trigger, GuestFacts guest, int days, boolean datesAreShown, Instant now) {
    return switch (trigger) {
      case INACTIVE -> inactive(Inactivity.judge(guest, days, now));
      case NEVER_SIGNED_IN -> datesAreShown ? neverSignedIn(guest, days, now) : noDatesAnywhere();
      case INVITATION_NOT_REDEEMED ->
          datesAreShown ? notRedeemed(guest, days, now) : noDatesAnywhere();
      // The guest's own record is no reason here: somebody's word is.
      case SPONSOR_MISSING, ATTESTATION_DUE, EXCLUSION_ENDS -> new Holds();
    };
  }

  private static Evidence inactive(Inactivity inactivity) {
    return switch (inactivity) {
      case Inactivity.Stale _ -> new Holds();
      case Inactivity.Active _ -> new Ended(Change.CAME_BACK);
      case Inactivity.NeverSignedIn _ ->
          new Unclear("the sign-in dates this lifecycle was opened for have vanished");
      case Inactivity.Unknown unknown -> new Unclear(unknown.reason());
    };
  }

  private static Evidence neverSignedIn(GuestFacts guest, int days, Instant now) {
    return switch (Inactivity.judge(guest, days, now)) {
      case Inactivity.NeverSignedIn _ ->
          guest.invitationPending() ? olderThan(invited(guest), days, now) : new Holds();
      case Inactivity.Active _, Inactivity.Stale _ -> new Ended(Change.CAME_BACK);
      case Inactivity.Unknown unknown -> new Unclear(unknown.reason());
    };
  }

  private static Evidence notRedeemed(GuestFacts guest, int days, Instant now) {
    if (guest.signIns().newest().isPresent()) {
      return new Ended(Change.CAME_BACK);
    }
    if (guest.externalUserState() == null) {
      return new Unclear("the directory does not say whether the invitation was redeemed");
    }
    if (!guest.invitationPending()) {
      return new Ended(Change.REDEEMED);
    }
    if (guest.signIns().doubt() != SignIns.Doubt.NONE) {
      return new Unclear("the sign-in dates are placeholders or unreadable, no proof of anything");
    }
    return olderThan(invited(guest), days, now);
  }

  private static Evidence olderThan(@Nullable Instant invited, int days, Instant now) {
    if (invited == null) {
      return new Unclear("no date of the invitation");
    }
    return invited.isBefore(now.minus(Duration.ofDays(days)))
        ? new Holds()
        : new Unclear("the invitation is younger than %d days".formatted(days));
  }

  /** An invitation that was sent again counts from then. */
  private static @Nullable Instant invited(GuestFacts guest) {
    Instant one = guest.stateChanged();
    Instant other = guest.created();
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  private static Evidence noDatesAnywhere() {
    return new Unclear(
        "even a guest known to sign in shows no date now: a missing date proves nothing");
  }
}
