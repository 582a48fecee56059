package io.gatehouse.guest;

/**
 * One page was read into the store.
 *
 * @param more whether another page follows
 */
public record ScanPage(int guests, boolean more) {}
