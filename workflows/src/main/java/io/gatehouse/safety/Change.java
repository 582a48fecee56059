package io.gatehouse.safety;

import io.gatehouse.guest.Inactivity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the world can change while a lifecycle waits. */
public enum Change {
  CAME_BACK("the guest signed in"),
  /** A disabled account cannot be signed in to: it was a failed attempt, by whomever. */
  TRIED_AFTER_DISABLE("somebody tried to sign in after the account was disabled"),
  REDEEMED("the guest redeemed the invitation"),
  SPONSOR_FOUND("the directory shows a sponsor again"),
  BECAME_MEMBER("the account is not a guest any more"),
  GONE("somebody else deleted the account"),
  DISABLED_BY_OTHERS("somebody else disabled the account"),
  ENABLED_BY_OTHERS("somebody else enabled the account"),
  RESTORED_BY_OTHERS("somebody else restored the account: enabling it is up to them");

  private final String words;

  Change(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /**
   * What a sign-in means. Dates are of attempts, successful or not, so one from after our disable
   * proves nothing about the guest: anybody who knows the address can make one.
   *
   * @param newest of all the dates
   * @param disabledAt when our disable was proved, null when we did not disable
   */
  public static Change cameBack(Instant newest, @Nullable Instant disabledAt) {
    return disabledAt != null && newest.isAfter(disabledAt.plus(Inactivity.REPORTING_LAG))
        ? TRIED_AFTER_DISABLE
        : CAME_BACK;
  }

  /** Whether what we took has to be given back: the guest used what we took to be unused. */
  public boolean guestIsBack() {
    return this == CAME_BACK || this == REDEEMED;
  }

  /** Whether somebody else gave back what we took. */
  public boolean givenBackByOthers() {
    return this == ENABLED_BY_OTHERS || this == RESTORED_BY_OTHERS;
  }
}
