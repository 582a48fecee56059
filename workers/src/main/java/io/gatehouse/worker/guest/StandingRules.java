package io.gatehouse.worker.guest;

import io.gatehouse.guest.Standing;
import io.gatehouse.store.guest.GuestRow;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a guest stands after a scan, given what lifecycles and answers said before. Pure. */
final class StandingRules {
  /** Ended without a decision, or not opened: the words of that stay until one may open. */
  private static final Set<String> PUT_OFF =
      Set.of(
          Standing.STOOD_DOWN.name(),
          Standing.FAILED.name(),
          Standing.EXEMPT.name(),
          Standing.UNKNOWN.name());

  private StandingRules() {}

  /** A standing and why. */
  record Stand(Standing standing, String reason) {}

  /**
   * @param known the guest as stored before this scan, null for a new one
   * @param open whether a lifecycle runs: only that says how the guest stands then
   * @param scanned what this scan alone says
   * @param enabled whether this scan saw the account enabled; null when it was not told
   */
  static Stand of(
      @Nullable GuestRow known,
      boolean open,
      Stand scanned,
      @Nullable Boolean enabled,
      Instant now) {
    if (known == null) {
      return scanned;
    }
    Stand before = new Stand(Standing.valueOf(known.standing()), known.standingReason());
    if (open) {
      return before;
    }
    if (before.standing() == Standing.FAILED && !Boolean.TRUE.equals(enabled)) {
      return before; // the account that we left disabled would pass for one that others disabled
    }
    Instant kept = known.keptUntil();
    if (kept != null && kept.isAfter(now) && scanned.standing() != Standing.EXEMPT) {
      return before.standing() == Standing.KEPT
          ? before
          : new Stand(Standing.KEPT, "somebody vouches until " + kept.toString().substring(0, 10));
    }
    Instant notBefore = known.notBefore();
    boolean putOff =
        notBefore != null
            && notBefore.isAfter(now)
            && scanned.standing() == Standing.IN_PROGRESS
            && PUT_OFF.contains(known.standing());
    if (putOff && before.standing() == Standing.FAILED && seenDisabled(known)) {
      return new Stand(Standing.STOOD_DOWN, "the account that was left disabled is enabled again");
    }
    return putOff ? before : scanned;
  }

  /** A list that lags behind may show an account as enabled that we disabled just now. */
  private static boolean seenDisabled(GuestRow known) {
    return Boolean.FALSE.equals(known.accountEnabled());
  }
}
