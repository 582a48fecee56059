package io.gatehouse.store.guest;

/**
 * What one scan saw, counted. With dates: at least one of the three sign-in dates.
 *
 * @param withoutSponsor for whom the directory shows nobody who answers
 * @param exempt whom a guard or the policy leaves alone
 */
public record ScanTally(
    long population,
    long withDates,
    long withoutDates,
    long stale,
    long unknown,
    long withoutSponsor,
    long exempt) {}
