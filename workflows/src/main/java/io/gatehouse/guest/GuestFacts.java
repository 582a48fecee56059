package io.gatehouse.guest;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of the directory said about a guest, as far as decisions need it.
 *
 * @param externalUserState Graph's spelling varies: ask {@link #invitationPending}
 * @param stateChanged when that state began, null when Graph does not say
 */
public record GuestFacts(
    String guestId,
    @Nullable String userType,
    @Nullable Boolean accountEnabled,
    @Nullable Instant created,
    @Nullable String externalUserState,
    @Nullable Instant stateChanged,
    boolean onPremisesSynced,
    boolean managementRestricted,
    SignIns signIns) {

  /** Graph writes {@code PendingAcceptance}, its documentation "Pending Acceptance". */
  public boolean invitationPending() {
    return externalUserState != null
        && externalUserState.replace(" ", "").toLowerCase(Locale.ROOT).equals("pendingacceptance");
  }

  public boolean isGuest() {
    return "Guest".equalsIgnoreCase(userType);
  }
}
