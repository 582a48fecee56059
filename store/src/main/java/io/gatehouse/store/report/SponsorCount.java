package io.gatehouse.store.report;

import org.jspecify.annotations.Nullable;

/**
 * The guests of one sponsor; a guest of several is counted with each.
 *
 * @param name name, else address; null when this person was never read
 * @param inactive how many of them have not signed in for the days asked, or ever
 */
public record SponsorCount(String sponsorId, @Nullable String name, long guests, long inactive) {}
