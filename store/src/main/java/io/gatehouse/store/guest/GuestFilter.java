package io.gatehouse.store.guest;

import org.jspecify.annotations.Nullable;

/**
 * Which guests a page shows, by name.
 *
 * @param search part of a name, address or company, in any case; null for all
 * @param after guest id of the last row of the page before; null for the first page
 */
public record GuestFilter(
    @Nullable String search,
    @Nullable String standing,
    @Nullable String inactivity,
    @Nullable String after,
    int limit) {

  public static GuestFilter all(int limit) {
    return new GuestFilter(null, null, null, null, limit);
  }
}
