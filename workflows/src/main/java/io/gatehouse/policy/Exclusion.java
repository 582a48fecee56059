package io.gatehouse.policy;

import java.time.LocalDate;

/**
 * A guest who is left alone until a date, and who answers for that.
 *
 * @param guest object id of the guest in the tenant
 * @param owner who asked for the exclusion
 * @param until last day on which it holds, in the policy's zone
 */
public record Exclusion(String guest, String owner, String reason, LocalDate until) {
  public boolean holdsFor(String guestId, LocalDate today) {
    return guest.equalsIgnoreCase(guestId) && !today.isAfter(until);
  }
}
