package io.gatehouse.starter.page.guest;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.scan.ScanRow;
import java.util.List;

/** The last scan: what the numbers on the page stand on. */
public record ScanLine(Calendar.Point at, String judgement, boolean unfit, List<String> reasons) {
  public static ScanLine of(ScanRow row, Calendar calendar) {
    String judged = row.judgement();
    return new ScanLine(
        calendar.moment(row.startedAt()),
        switch (judged == null ? "" : judged) {
          case "FIT" -> "fit to act on";
          case "TOO_EARLY" -> "complete, too early to act on";
          case "UNFIT" -> "not to be trusted";
          default -> "still running";
        },
        "UNFIT".equals(judged),
        row.reasons().lines().toList());
  }
}
