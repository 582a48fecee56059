package io.gatehouse.store.report;

import org.jspecify.annotations.Nullable;

/**
 * Which guests a report is about; null is all.
 *
 * @param partner the domain of a partner, in lower case
 * @param sponsorId object id of one of the guest's sponsors
 * @param withoutSponsor only guests for whom the directory shows nobody who answers
 * @param state ACTIVE or INACTIVE, who ever signed in; NEVER, who did not; PENDING, who did not and
 *     has an invitation to redeem; UNKNOWN, of whom neither a sign-in nor the creation is known.
 *     Each guest is in one of the five
 * @param minDays only guests without a sign-in for so many days or more. With ACTIVE those who did
 *     sign in within that time: ACTIVE and INACTIVE part at it, or at {@link #USUAL_DAYS} without
 *     it
 * @param search part of a name, address, company or id, in any case
 */
public record ReportFilter(
    @Nullable String partner,
    @Nullable String sponsorId,
    boolean withoutSponsor,
    @Nullable String state,
    @Nullable Integer minDays,
    @Nullable String search) {

  /** Where Microsoft's own inactive-guest report draws the line. */
  public static final int USUAL_DAYS = 90;

  /** Every guest in the directory. */
  public static final ReportFilter ALL = new ReportFilter(null, null, false, null, null, null);
}
