package io.gatehouse.policy;

/**
 * How many effects of one kind may happen in any 24 hours and any 7 days: the smaller of a number
 * and a share of the population counts.
 *
 * @param perDay at most this many in any 24 hours
 * @param perWeek at most this many in any 7 days
 * @param perDayPercent at most this share of all guests in any 24 hours, 1 to 100
 * @param perWeekPercent at most this share of all guests in any 7 days, 1 to 100
 */
public record Caps(int perDay, int perWeek, int perDayPercent, int perWeekPercent) {

  /** The caps as counts for a population; a share always leaves room for one. */
  public Counts forPopulation(long population) {
    return new Counts(
        Math.min(perDay, share(perDayPercent, population)),
        Math.min(perWeek, share(perWeekPercent, population)));
  }

  private static int share(int percent, long population) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, population * percent / 100));
  }

  /** Caps as plain counts. */
  public record Counts(int perDay, int perWeek) {}
}
