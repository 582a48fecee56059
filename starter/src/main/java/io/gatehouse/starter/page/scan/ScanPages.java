package io.gatehouse.starter.page.scan;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.store.Store;
import io.gatehouse.store.scan.ScanRow;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /scans}: all scans, and the population over them. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER, AppRole.AUDITOR})
public class ScanPages {
  private static final int PER_PAGE = 30;

  private final Store store;
  private final Clock clock;

  ScanPages(@Qualifier("reading") Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping("/scans")
  String scans(Model model, @RequestParam(defaultValue = "") String before) {
    Calendar calendar = Frame.around(model, store, clock);
    Instant from = instantOrNull(before);
    List<ScanRow> rows =
        from == null
            ? store.scans().newest(PER_PAGE + 1)
            : store.scans().olderThan(from, PER_PAGE + 1);
    boolean more = rows.size() > PER_PAGE;
    List<ScanRow> shown = more ? rows.subList(0, PER_PAGE) : rows;
    List<ScanRowView> scans = shown.stream().map(row -> ScanRowView.of(row, calendar)).toList();
    model.addAttribute("scans", scans);
    model.addAttribute("columns", Columns.of(scans));
    model.addAttribute("older", more ? shown.getLast().startedAt().toString() : null);
    model.addAttribute("newest", from == null);
    return "scans";
  }

  private static @Nullable Instant instantOrNull(String text) {
    try {
      return text.isBlank() ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null; // somebody's own address: the newest are shown
    }
  }
}
