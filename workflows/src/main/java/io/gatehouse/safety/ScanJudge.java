package io.gatehouse.safety;

import io.gatehouse.policy.Policy.ScanRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges a scan against itself and against the fit scans before it. Pure. */
public final class ScanJudge {
  private ScanJudge() {}

  /**
   * What one scan counted.
   *
   * @param withDates guests with at least one sign-in date
   * @param sponsorsTold guests whose sponsors the directory showed, 0 when that list was not read
   * @param withoutSponsor those of them without a sponsor who answers
   * @param failure why not all pages were read, null when all were
   */
  public record Figures(
      long population,
      long withDates,
      long sponsorsTold,
      long withoutSponsor,
      @Nullable String failure) {
    double withoutDatesPercent() {
      return population == 0 ? 0 : 100.0 * (population - withDates) / population;
    }

    double withoutSponsorPercent() {
      return sponsorsTold == 0 ? 0 : 100.0 * withoutSponsor / sponsorsTold;
    }
  }

  /**
   * @param earlier fit scans, newest first
   */
  public static Judgement judge(Figures scan, List<Figures> earlier, ScanRules limits) {
    var reasons = new ArrayList<String>();
    if (scan.failure() != null) {
      reasons.add("not all pages were read: " + scan.failure());
    } else if (scan.population() == 0) {
      reasons.add("the tenant shows no guest at all");
    } else if (scan.withDates() == 0) {
      reasons.add("no guest has any sign-in date");
    }
    for (Figures before : scan.failure() == null ? earlier : List.<Figures>of()) {
      compare(scan, before, limits, reasons);
      if (!reasons.isEmpty()) {
        break;
      }
    }
    if (!reasons.isEmpty()) {
      return new Judgement.Unfit(reasons);
    }
    return earlier.isEmpty()
        ? new Judgement.TooEarly("the first complete scan has nothing to be compared with")
        : new Judgement.Fit();
  }

  private static void compare(Figures scan, Figures before, ScanRules limits, List<String> out) {
    double moved =
        100.0
            * Math.abs(scan.population() - before.population())
            / Math.max(1, before.population());
    // A change of one guest is never a jump, however small the tenant.
    if (Math.abs(scan.population() - before.population()) > 1
        && moved > limits.populationMovesAtMostPercent()) {
      out.add(
          "the population moved by %.0f %% (from %d to %d guests), at most %d %% is plausible"
              .formatted(
                  moved,
                  before.population(),
                  scan.population(),
                  limits.populationMovesAtMostPercent()));
    }
    shareMoved(
        "sign-in dates",
        before.withoutDatesPercent(),
        scan.withoutDatesPercent(),
        limits.withoutDatesMovesAtMostPoints(),
        out);
    if (scan.sponsorsTold() > 0 && before.sponsorsTold() > 0) {
      shareMoved(
          "a sponsor",
          before.withoutSponsorPercent(),
          scan.withoutSponsorPercent(),
          limits.withoutSponsorMovesAtMostPoints(),
          out);
    }
  }

  private static void shareMoved(
      String what, double before, double now, int limit, List<String> out) {
    double points = Math.abs(now - before);
    if (points > limit) {
      out.add(
          "the share of guests without %s moved by %.0f points (from %.0f %% to %.0f %%), at most %d are plausible"
              .formatted(what, points, before, now, limit));
    }
  }
}
