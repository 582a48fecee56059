package io.gatehouse.store.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One guest of the report.
 *
 * @param partner mail domain in lower case; null when unknown
 * @param lastActivityAt the newest sign-in date as the scan judged it
 * @param days UTC days since the newest of the three sign-in dates, without any since the creation;
 *     null when neither is known
 * @param neverSignedIn no sign-in date, created at a known time, and not pending
 * @param pending no sign-in date, and an invitation to redeem
 * @param sponsorship PRESENT, MISSING, or UNTOLD when the last scan was not told
 * @param sponsorIds object ids as told last, in Graph's order
 * @param sponsorNames beside each id the name, else the address, else the id itself
 * @param dueFor the trigger for which the next lifecycle is due now; null when none is, and for who
 *     is left alone, kept or put off until a later day, or has a lifecycle running
 */
public record ReportRow(
    String guestId,
    @Nullable String displayName,
    @Nullable String mail,
    @Nullable String userPrincipalName,
    @Nullable String partner,
    @Nullable String companyName,
    @Nullable String userState,
    @Nullable Boolean accountEnabled,
    @Nullable Instant createdAt,
    @Nullable Instant lastActivityAt,
    @Nullable Instant lastInteractive,
    @Nullable Instant lastNonInteractive,
    @Nullable Instant lastSuccessful,
    @Nullable Integer days,
    boolean neverSignedIn,
    boolean pending,
    String sponsorship,
    List<String> sponsorIds,
    List<String> sponsorNames,
    String standing,
    String standingReason,
    @Nullable String dueFor,
    Instant seenAt) {

  public ReportRow {
    sponsorIds = List.copyOf(sponsorIds);
    sponsorNames = List.copyOf(sponsorNames);
  }
}
