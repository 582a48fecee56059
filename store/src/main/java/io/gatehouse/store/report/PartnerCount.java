package io.gatehouse.store.report;

import org.jspecify.annotations.Nullable;

/**
 * The guests of one partner organization.
 *
 * @param partner mail domain in lower case; null for the guests whose is unknown
 * @param inactive how many of them have not signed in for the days asked, or ever
 */
public record PartnerCount(@Nullable String partner, long guests, long inactive) {}
