package io.gatehouse.starter.report;

import io.gatehouse.store.report.ActivityBucket;
import io.gatehouse.store.report.Distribution;
import io.gatehouse.store.report.PartnerCount;
import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.report.Reports;
import io.gatehouse.store.report.SponsorCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The report in numbers. Distribution and states are of the guests asked for and add up to them;
 * partners, sponsors and those without are of everyone in the directory.
 *
 * @param line days from which on a guest counts as inactive
 * @param matching the guests asked for, by days since the last sign-in
 * @param population everyone in the directory
 * @param partners those with the most guests
 * @param otherPartners guests of all partners that are not listed
 * @param sponsors those with the most guests; a guest of several counts with each
 */
public record ReportNumbers(
    int line,
    Distribution matching,
    SequencedMap<ReportState, Long> states,
    long population,
    List<PartnerCount> partners,
    long otherPartners,
    List<SponsorCount> sponsors,
    long withoutSponsor) {

  /**
   * Asks the store.
   *
   * @param longest how many partners and how many sponsors at most
   */
  public static ReportNumbers read(Reports reports, ReportFilter filter, Instant now, int longest) {
    Distribution matching = reports.distribution(filter, now);
    long population = reports.distribution(ReportFilter.ALL, now).population();
    int line = ReportState.line(filter);
    List<PartnerCount> partners = reports.byPartner(line, now, longest);
    long listed = partners.stream().mapToLong(PartnerCount::guests).sum();
    return new ReportNumbers(
        line,
        matching,
        states(filter, matching),
        population,
        partners,
        Math.max(0, population - listed),
        reports.bySponsor(line, now, longest),
        reports.withoutSponsor());
  }

  /**
   * The five states. Who signed in is on one side of the line when the filter says so; without a
   * line of its own it stands at ninety days, where a bucket ends.
   */
  private static SequencedMap<ReportState, Long> states(ReportFilter filter, Distribution among) {
    long signedIn = among.buckets().stream().mapToLong(ActivityBucket::guests).sum();
    long active;
    if (filter.state() != null) {
      active = filter.state().equals(ReportState.ACTIVE.name()) ? signedIn : 0;
    } else {
      active = filter.minDays() == null ? below(ReportFilter.USUAL_DAYS, among) : 0;
    }
    return new TreeMap<>(
        Map.of(
            ReportState.ACTIVE, active,
            ReportState.INACTIVE, signedIn - active,
            ReportState.NEVER, among.neverSignedIn(),
            ReportState.PENDING, among.pending(),
            ReportState.UNKNOWN, among.unknown()));
  }

  private static long below(int days, Distribution among) {
    return among.buckets().stream()
        .filter(bucket -> bucket.toDays() >= 0 && bucket.toDays() < days)
        .mapToLong(ActivityBucket::guests)
        .sum();
  }
}
