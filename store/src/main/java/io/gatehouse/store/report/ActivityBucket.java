package io.gatehouse.store.report;

/** Guests whose last activity lies {@code fromDays} to {@code toDays} days back (-1: or longer). */
public record ActivityBucket(int fromDays, int toDays, long guests) {

  /** Such as {@code 30-59} or {@code 365+}. */
  public String label() {
    return toDays < 0 ? fromDays + "+" : fromDays + "-" + toDays;
  }
}
