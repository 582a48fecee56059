package io.gatehouse.starter.page.guest;

import io.gatehouse.actor.AppRole;
import io.gatehouse.guest.Standing;
import io.gatehouse.starter.page.Bars;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.PopulationSum;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestFilter;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.report.ReportFilter;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /}: the population. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER, AppRole.AUDITOR})
public class GuestPages {
  private static final int PER_PAGE = 50;
  private static final Set<String> STANDINGS =
      Arrays.stream(Standing.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> INACTIVITIES =
      Set.of("ACTIVE", "STALE", "NEVER_SIGNED_IN", "UNKNOWN");

  private final Store store;
  private final Clock clock;

  GuestPages(@Qualifier("reading") Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping("/")
  String guests(
      Model model,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "") String standing,
      @RequestParam(defaultValue = "") String inactivity,
      @RequestParam(defaultValue = "") String after) {
    Calendar calendar = Frame.around(model, store, clock);
    var filter =
        new GuestFilter(
            search.isBlank() ? null : search.strip(),
            knownOrNull(standing, STANDINGS),
            knownOrNull(inactivity, INACTIVITIES),
            after.isBlank() ? null : after,
            PER_PAGE + 1);
    List<GuestRow> rows = store.guestList().list(filter);
    boolean more = rows.size() > PER_PAGE;
    List<GuestRow> shown = more ? rows.subList(0, PER_PAGE) : rows;
    model.addAttribute("sum", PopulationSum.of(store.guestList().byStanding()));
    model.addAttribute(
        "bars", Bars.of(store.reports().distribution(ReportFilter.ALL, calendar.now())));
    model.addAttribute("filter", filter);
    model.addAttribute("matches", store.guestList().count(filter));
    model.addAttribute("guests", shown.stream().map(row -> GuestLine.of(row, calendar)).toList());
    model.addAttribute("next", more ? shown.getLast().guestId() : null);
    model.addAttribute(
        "scan",
        store.scans().newest(1).stream()
            .findFirst()
            .map(s -> ScanLine.of(s, calendar))
            .orElse(null));
    return "guests";
  }

  private static @Nullable String knownOrNull(String given, Set<String> known) {
    return known.contains(given) ? given : null;
  }
}
