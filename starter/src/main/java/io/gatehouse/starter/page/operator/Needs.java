package io.gatehouse.starter.page.operator;

import io.gatehouse.starter.page.guest.ScanLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person has to do something about, one line each with where it stands on the page. */
record Needs(List<Need> all) {

  /** One of them. */
  record Need(String words, String anchor) {}

  static Needs of(
      int parked,
      int stuck,
      int undelivered,
      int leftDisabled,
      GateView gate,
      @Nullable ScanLine scan,
      boolean policy,
      List<EndingExclusion> exclusions) {
    var needs = new ArrayList<Need>();
    if (!policy) {
      needs.add(new Need("No policy is applied: apply one to begin.", "gate"));
    }
    if (!gate.open()) {
      needs.add(new Need("The gate is closed: nothing is disabled or deleted.", "gate"));
    }
    if (scan != null && scan.unfit()) {
      needs.add(new Need("The last scan is not to be trusted.", "scan"));
    }
    if (parked > 0) {
      needs.add(
          new Need(
              parked == 1 ? "1 lifecycle stopped." : parked + " lifecycles stopped.", "parked"));
    }
    if (stuck > 0) {
      needs.add(
          new Need(
              stuck == 1
                  ? "1 lifecycle cannot go on in Temporal."
                  : stuck + " lifecycles cannot go on in Temporal.",
              "stuck"));
    }
    if (undelivered > 0) {
      needs.add(
          new Need(
              undelivered == 1
                  ? "1 answer did not reach its lifecycle."
                  : undelivered + " answers did not reach their lifecycles.",
              "undelivered"));
    }
    if (leftDisabled > 0) {
      needs.add(
          new Need(
              leftDisabled == 1
                  ? "1 account was left disabled."
                  : leftDisabled + " accounts were left disabled.",
              "failed"));
    }
    long unattested = exclusions.stream().filter(EndingExclusion::needsWord).count();
    if (unattested > 0) {
      needs.add(
          new Need(
              "%s within %d days without a word from the owner."
                  .formatted(
                      unattested == 1 ? "1 exclusion ends" : unattested + " exclusions end",
                      EndingExclusion.URGENT_DAYS),
              "exclusions"));
    }
    return new Needs(needs);
  }
}
