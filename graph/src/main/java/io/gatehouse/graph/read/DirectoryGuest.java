package io.gatehouse.graph.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One guest account as the directory shows it; Graph's spelling, null where Graph has no value.
 *
 * @param mail {@code mail}, else the first of {@code otherMails}; it can be stale
 * @param userType normally "Guest"; says nothing about how the account signs in
 * @param created null for some accounts older than June 2018
 * @param creationType "Invitation", "LocalAccount", "EmailVerified", "SelfServiceSignUp"
 * @param externalUserState "PendingAcceptance", "Accepted"; compare ignoring case and spaces
 * @param stateChanged externalUserStateChangeDateTime; null also for what is no date there
 * @param external has an identity of another directory or provider; false until an invitation is
 *     redeemed, for an account of the tenant itself, and when Graph did not tell
 * @param onPremisesSynced mastered on-premises: never changed in the cloud
 * @param managementRestricted in a restricted administrative unit: app permissions do not reach it
 */
public record DirectoryGuest(
    String id,
    @Nullable String displayName,
    @Nullable String mail,
    @Nullable String userPrincipalName,
    @Nullable String userType,
    @Nullable Boolean accountEnabled,
    @Nullable Instant created,
    @Nullable String creationType,
    @Nullable String externalUserState,
    @Nullable Instant stateChanged,
    @Nullable String companyName,
    boolean external,
    boolean onPremisesSynced,
    boolean managementRestricted,
    SignInDates signIns) {}
