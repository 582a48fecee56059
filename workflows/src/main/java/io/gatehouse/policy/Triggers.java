package io.gatehouse.policy;

import org.jspecify.annotations.Nullable;

/**
 * When guests are asked about, in days. A trigger that is null is off.
 *
 * @param inactiveAfterDays days without any sign-in, one day of reporting lag on top
 * @param neverSignedInAfterDays age of an account that proves never to have been used
 * @param invitationNotRedeemedAfterDays age of an invitation nobody redeemed
 * @param sponsorMissingAfterDays days in a row in which the directory showed no sponsor who answers
 * @param attestationEveryDays how often somebody has to vouch for a guest who is active
 * @param exclusionEndsWithinDays how long before an exclusion ends its owner is asked about it
 * @param reopenAfterDays days before a guest whose lifecycle ended without a decision is asked
 *     about again
 */
public record Triggers(
    int inactiveAfterDays,
    @Nullable Integer neverSignedInAfterDays,
    @Nullable Integer invitationNotRedeemedAfterDays,
    @Nullable Integer sponsorMissingAfterDays,
    @Nullable Integer attestationEveryDays,
    @Nullable Integer exclusionEndsWithinDays,
    int reopenAfterDays) {}
