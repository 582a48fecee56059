package io.gatehouse.watch;

/**
 * What an hour of watching came to.
 *
 * @param ended lifecycles that had ended by force and were recorded
 * @param stuck lifecycles that could not go on when looked at last
 * @param missedRounds rounds that could not look at all lifecycles
 */
public record WatchReport(int ended, int stuck, int missedRounds) {}
