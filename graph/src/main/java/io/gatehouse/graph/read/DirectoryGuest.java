package io.gatehouse.graph.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One guest account as the directory shows it; Graph's spelling, null where Graph has no value.
 *
 * @param mail {@code mail}, else the first of {@code otherMails}; it can be stale
 * @param userType normally "Guest"; says nothing about how the account signs in
 * @param created null for some accounts older than June 2018
 * @param externalUserState "PendingAcceptance", "Accepted"; compare ignoring case and spaces
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
    @Nullable String externalUserState,
    @Nullable String companyName,
    boolean onPremisesSynced,
    boolean managementRestricted,
    SignInDates signIns) {}
