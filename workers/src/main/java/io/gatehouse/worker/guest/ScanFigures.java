package io.gatehouse.worker.guest;

import io.gatehouse.safety.ScanJudge;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.ScanTally;
import io.gatehouse.store.scan.PageRow;
import io.gatehouse.store.scan.ScanJudgement;
import io.gatehouse.store.scan.ScanRow;
import io.gatehouse.store.sponsor.SponsorTally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one scan counted.
 *
 * @param failure why not all pages of guests were read, null when all were
 */
record ScanFigures(
    List<PageRow> pages,
    List<PageRow> sponsorPages,
    ScanTally tally,
    SponsorTally sponsors,
    Map<String, Long> due,
    Map<String, Long> exempt,
    @Nullable String failure) {

  static ScanFigures of(Store store, UUID scanId, Instant now, @Nullable String failure) {
    return new ScanFigures(
        store.scans().pages(scanId, "GUESTS"),
        store.scans().pages(scanId, "SPONSORS"),
        store.guestList().tally(scanId),
        store.sponsors().tally(scanId),
        store.guests().countDueByTrigger(scanId, now),
        store.guestList().exemptByReason(scanId),
        failure);
  }

  /** As Graph listed them: an entry without a readable id counts too. */
  int population() {
    return pages.stream().mapToInt(PageRow::guests).sum();
  }

  /** A list of sponsors that was not read to its end says nothing about shares. */
  private boolean sponsorsComplete() {
    return !sponsorPages.isEmpty() && sponsorPages.getLast().nextLink() == null;
  }

  ScanJudge.Figures toJudge() {
    return new ScanJudge.Figures(
        population(),
        tally.withDates(),
        sponsorsComplete() ? sponsors.told() : 0,
        sponsors.missing(),
        failure);
  }

  static ScanJudge.Figures earlier(ScanRow scan) {
    return new ScanJudge.Figures(
        scan.population(), scan.withDates(), scan.sponsorsTold(), scan.withoutSponsor(), null);
  }

  ScanJudgement row(String judgement, List<String> reasons, String manifestHash) {
    return new ScanJudgement(
        judgement,
        reasons,
        pages.size(),
        Math.toIntExact(toJudge().sponsorsTold()),
        population(),
        (int) tally.withDates(),
        population() - (int) tally.withDates(),
        (int) tally.unknown(),
        population() - (int) tally.population(),
        (int) tally.exempt(),
        Math.toIntExact(sponsors.missing()),
        Math.toIntExact(due.values().stream().mapToLong(Long::longValue).sum()),
        manifestHash);
  }
}
