package io.gatehouse.store.guest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guest as last read, judged and dealt with.
 *
 * @param partner the domain of the guest's address in lower case; null when unknown
 * @param stateChangedAt when {@code userState} changed last
 * @param lastActivityAt the newest of the sign-in dates that count
 * @param inactivity ACTIVE, STALE, NEVER_SIGNED_IN or UNKNOWN
 * @param standing the guest's place in the population sum: ACTIVE, KEPT, REMOVED, EXEMPT, UNKNOWN,
 *     IN_PROGRESS, STOOD_DOWN, GONE or FAILED
 * @param dueFor the trigger for which a lifecycle is due, INACTIVE, NEVER_SIGNED_IN,
 *     INVITATION_NOT_REDEEMED, SPONSOR_MISSING, ATTESTATION_DUE or EXCLUSION_ENDS; null when none
 *     is
 * @param sponsorship PRESENT, MISSING, or UNTOLD when the directory did not say
 * @param sponsorMissingSince since when every reading that told found none who answers
 * @param attestedAt when somebody vouched last
 * @param keptUntil a sponsor vouches until then
 * @param notBefore do not open a lifecycle before then
 */
public record GuestRow(
    String guestId,
    @Nullable String displayName,
    @Nullable String mail,
    @Nullable String userPrincipalName,
    @Nullable String companyName,
    @Nullable String partner,
    @Nullable String userType,
    @Nullable String userState,
    @Nullable Boolean accountEnabled,
    boolean onPremises,
    boolean restricted,
    @Nullable Instant stateChangedAt,
    @Nullable Instant createdAt,
    @Nullable Instant lastInteractiveAt,
    @Nullable Instant lastNonInteractiveAt,
    @Nullable Instant lastSuccessfulAt,
    @Nullable Instant lastActivityAt,
    String inactivity,
    String inactivityReason,
    String standing,
    String standingReason,
    Instant firstSeenAt,
    UUID seenInScan,
    Instant seenAt,
    @Nullable String dueFor,
    String sponsorship,
    @Nullable Instant sponsorMissingSince,
    @Nullable Instant attestedAt,
    @Nullable Instant keptUntil,
    @Nullable Instant notBefore) {}
