package io.gatehouse.starter.page.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far one figure lies from an earlier scan's, against what the policy finds plausible.
 *
 * @param from the earlier figure in words
 * @param length of the bar: the limit stands at {@link #LIMIT_AT} of 100
 * @param note why it does not count although it moved, or was not compared; empty otherwise
 */
record Movement(
    String what,
    String from,
    String to,
    String moved,
    String limit,
    int length,
    boolean beyond,
    String note) {
  /** Where the limit is drawn, so that there is room to show how far beyond. */
  static final int LIMIT_AT = 50;

  static List<Movement> of(Manifest.Counts now, Manifest.Compared before, Manifest.Limits limits) {
    var all = new ArrayList<Movement>();
    all.add(population(now, before, limits.populationMovesAtMostPercent()));
    all.add(
        share(
            "guests without a sign-in date",
            percent(before.population() - before.withDates(), before.population()),
            percent(now.population() - now.withDates(), now.population()),
            limits.withoutDatesMovesAtMostPoints()));
    if (now.sponsorsTold() > 0 && before.sponsorsTold() > 0) {
      all.add(
          share(
              "guests without a sponsor",
              percent(before.withoutSponsor(), before.sponsorsTold()),
              percent(now.withoutSponsor(), now.sponsorsTold()),
              limits.withoutSponsorMovesAtMostPoints()));
    } else {
      all.add(
          new Movement(
              "guests without a sponsor",
              "",
              "",
              "",
              "",
              0,
              false,
              "not compared: one of the two scans was not told the sponsors"));
    }
    return all;
  }

  private static Movement population(Manifest.Counts now, Manifest.Compared before, int limit) {
    long difference = Math.abs(now.population() - before.population());
    double moved = 100.0 * difference / Math.max(1, before.population());
    boolean over = moved > limit;
    boolean one = over && difference == 1; // as ScanJudge has it
    return new Movement(
        "population",
        before.population() + " guests",
        now.population() + " guests",
        number(moved) + " %",
        limit + " %",
        length(moved, limit),
        over && !one,
        one ? "one guest more or less is never a jump" : "");
  }

  private static Movement share(String what, double before, double now, int limit) {
    double points = Math.abs(now - before);
    return new Movement(
        what,
        number(before) + " %",
        number(now) + " %",
        number(points) + " points",
        limit + " points",
        length(points, limit),
        points > limit,
        "");
  }

  /** Never over the limit's mark for what is within, nor short of it for what is beyond. */
  private static int length(double moved, int limit) {
    if (moved <= limit) {
      return limit == 0 ? 0 : (int) Math.round(LIMIT_AT * moved / limit);
    }
    double times = limit == 0 ? Double.POSITIVE_INFINITY : moved / limit;
    return (int) Math.clamp(Math.round(LIMIT_AT * times), LIMIT_AT + 1, 100);
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  private static String number(double value) {
    String shown = String.format(Locale.ROOT, "%.1f", value);
    return shown.endsWith(".0") ? shown.substring(0, shown.length() - 2) : shown;
  }
}
