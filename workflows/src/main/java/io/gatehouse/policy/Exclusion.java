package io.gatehouse.policy;

import java.time.LocalDate;

/**
 * A guest who is left alone until a date, and who answers for that.
 *
 * @param guest object id of the guest in the tenant
 * @param owner object id of the person who asked for it and is asked before it ends
 * @param until last day on which it holds, in the policy's zone
 */
public record Exclusion(String guest, String owner, String reason, LocalDate until) {
  public boolean holdsFor(String guestId, LocalDate today) {
    return guest.equalsIgnoreCase(guestId) && !today.isAfter(until);
  }

  /** Whether it holds and its end is that near. */
  public boolean endsWithin(int days, LocalDate today) {
    return !today.isAfter(until) && !today.isBefore(until.minusDays(days));
  }
}
