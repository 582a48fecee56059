package io.gatehouse.store.guest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guest as last read, judged and dealt with.
 *
 * @param lastActivityAt the newest of the sign-in dates that count
 * @param inactivity ACTIVE, STALE, NEVER_SIGNED_IN or UNKNOWN
 * @param standing the guest's place in the population sum: ACTIVE, KEPT, REMOVED, EXEMPT, UNKNOWN,
 *     IN_PROGRESS, STOOD_DOWN, GONE or FAILED
 * @param keptUntil a sponsor vouches until then
 * @param notBefore do not open a lifecycle before then
 */
public record GuestRow(
    String guestId,
    @Nullable String displayName,
    @Nullable String mail,
    @Nullable String userPrincipalName,
    @Nullable String companyName,
    @Nullable String userType,
    @Nullable String userState,
    @Nullable Boolean accountEnabled,
    boolean onPremises,
    boolean restricted,
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
    @Nullable Instant keptUntil,
    @Nullable Instant notBefore) {}
