package io.gatehouse.guest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Gatehouse remembers of a guest from before this scan.
 *
 * @param firstSeen when a scan saw the guest for the first time
 * @param attested when somebody vouched for the guest last
 * @param sponsorMissingSince since when no scan saw a sponsor who answers
 */
public record GuestHistory(
    Instant firstSeen, @Nullable Instant attested, @Nullable Instant sponsorMissingSince) {}
