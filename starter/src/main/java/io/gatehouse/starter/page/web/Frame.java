package io.gatehouse.starter.page.web;

import io.gatehouse.policy.Mode;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.policy.PolicyRow;
import io.gatehouse.store.safety.SafetyRow;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * What stands around every page for administrators: the mode, the gate, the zone of the dates.
 *
 * @param gateReason null while the gate is open
 * @param policy null while none was applied
 */
public record Frame(
    String mode,
    String modeMeans,
    boolean gateOpen,
    @Nullable String gateReason,
    Calendar calendar,
    @Nullable Integer policy) {

  /** Puts the frame into the model and returns its calendar. */
  public static Calendar around(Model model, Store reading, Clock clock) {
    SafetyRow safety = reading.safety().current();
    var newest = reading.policies().newest();
    var zone = newest.map(AppliedPolicy::zone).orElse(ZoneOffset.UTC);
    var calendar = new Calendar(zone, clock.instant());
    Mode mode = Mode.valueOf(safety.mode());
    model.addAttribute(
        "frame",
        new Frame(
            mode.name().toLowerCase(Locale.ROOT),
            Objects.requireNonNullElse(safety.modeFlaw(), means(mode)),
            safety.gateIsOpen(),
            safety.gateIsOpen() ? null : safety.gateReason(),
            calendar,
            newest.map(PolicyRow::version).orElse(null)));
    return calendar;
  }

  private static String means(Mode mode) {
    return switch (mode) {
      case OBSERVE -> "scans and reports, asks nobody, changes nothing";
      case NOTIFY -> "asks sponsors, changes nothing in the directory";
      case ENFORCE -> "asks sponsors, disables and deletes";
    };
  }
}
