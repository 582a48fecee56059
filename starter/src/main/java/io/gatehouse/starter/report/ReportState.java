package io.gatehouse.starter.report;

import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.report.ReportRow;

/**
 * Where a guest stands in the report: each in exactly one, so that the five add up. Entra's own
 * report calls the third and fourth inactive too, by the age of the account.
 */
public enum ReportState {
  ACTIVE("active"),
  INACTIVE("inactive"),
  NEVER("never signed in"),
  PENDING("invitation pending"),
  UNKNOWN("unknown");

  private final String words;

  ReportState(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Where the report draws the line between active and inactive, in days. */
  public static int line(ReportFilter filter) {
    Integer asked = filter.minDays();
    return asked == null ? ReportFilter.USUAL_DAYS : asked;
  }

  static ReportState of(ReportRow row, int line) {
    Integer days = row.days();
    if (row.pending()) {
      return PENDING;
    }
    if (row.neverSignedIn()) {
      return NEVER;
    }
    if (days == null) {
      return UNKNOWN;
    }
    return days >= line ? INACTIVE : ACTIVE;
  }
}
