package io.gatehouse.store.guest;

/** What one scan saw, counted. With dates: at least one of the three sign-in dates. */
public record ScanTally(
    long population, long withDates, long withoutDates, long stale, long unknown) {}
