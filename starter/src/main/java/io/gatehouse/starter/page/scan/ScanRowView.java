package io.gatehouse.starter.page.scan;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.guest.ScanLine;
import io.gatehouse.store.scan.ScanRow;
import java.util.Locale;

/** One scan in the list, and the head of its own page. */
record ScanRowView(
    String id,
    ScanLine line,
    String tagClass,
    String mode,
    int policyVersion,
    boolean judged,
    int population,
    int withoutDates,
    int withoutSponsor,
    int exempt,
    int due,
    int opened) {
  static ScanRowView of(ScanRow row, Calendar calendar) {
    String judgement = row.judgement();
    return new ScanRowView(
        row.scanId().toString(),
        ScanLine.of(row, calendar),
        judgement == null ? "running" : judgement.toLowerCase(Locale.ROOT),
        row.mode().toLowerCase(Locale.ROOT),
        row.policyVersion(),
        judgement != null,
        row.population(),
        row.withoutDates(),
        row.withoutSponsor(),
        row.exempt(),
        row.due(),
        row.opened());
  }
}
