package io.gatehouse.starter.page.report;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.report.Reports;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of the report's guests.
 *
 * @param number counted from 1
 * @param more whether others follow
 */
record ReportSlice(List<ReportLine> lines, int number, boolean more) {
  private static final int LENGTH = 50;

  /** Thrown to stop a reading that has seen enough; the store closes its cursor. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("seen enough", null, false, false);
    }
  }

  static ReportSlice read(Reports reports, ReportFilter filter, Calendar calendar, int number) {
    var lines = new ArrayList<ReportLine>();
    var past = new int[1];
    int skip = (number - 1) * LENGTH;
    try {
      reports.stream(
          filter,
          calendar.now(),
          row -> {
            if (lines.size() == LENGTH) {
              throw new Enough();
            }
            if (past[0]++ >= skip) {
              lines.add(ReportLine.of(row, calendar));
            }
          });
    } catch (Enough e) {
      return new ReportSlice(lines, number, true);
    }
    return new ReportSlice(lines, number, false);
  }
}
