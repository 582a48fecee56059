package io.gatehouse.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one reading of the directory said about a guest, as far as decisions need it. */
public record GuestFacts(
    String guestId,
    @Nullable String userType,
    @Nullable Boolean accountEnabled,
    @Nullable Instant created,
    boolean onPremisesSynced,
    boolean managementRestricted,
    SignIns signIns) {}
