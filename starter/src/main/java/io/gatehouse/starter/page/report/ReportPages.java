package io.gatehouse.starter.page.report;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.page.Bars;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.starter.report.Export;
import io.gatehouse.starter.report.ReportNumbers;
import io.gatehouse.starter.report.ReportState;
import io.gatehouse.store.Store;
import io.gatehouse.store.report.ReportFilter;
import io.gatehouse.store.report.Reports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /report}: who has not signed in, counted and listed; with the same choice as a file. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER, AppRole.AUDITOR})
public class ReportPages {
  private static final int LONGEST_LIST = 15;

  private final Store store;
  private final Clock clock;

  ReportPages(@Qualifier("reading") Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping("/report")
  String report(Model model, ReportChoice choice, @RequestParam(defaultValue = "1") int page) {
    Calendar calendar = Frame.around(model, store, clock);
    String problem = choice.problem().orElse(null);
    // What is wrong is said beside its field, over a report that leaves it out.
    ReportChoice usable =
        problem == null
            ? choice
            : new ReportChoice(
                choice.search(), choice.partner(), choice.sponsor(), choice.state(), null);
    ReportFilter filter = usable.filter();
    Reports reports = store.reports();
    ReportNumbers numbers = ReportNumbers.read(reports, filter, calendar.now(), LONGEST_LIST);
    ReportSlice slice = ReportSlice.read(reports, filter, calendar, Math.clamp(page, 1, 100_000));
    model.addAttribute("choice", choice);
    model.addAttribute("problem", problem);
    model.addAttribute("states", ReportState.values());
    model.addAttribute("numbers", numbers);
    model.addAttribute("bars", Bars.of(numbers.matching()));
    model.addAttribute("slice", slice);
    model.addAttribute("narrow", usable.narrows());
    model.addAttribute("links", Links.of(usable, slice));
    return "report";
  }

  /** Where the same choice leads to. */
  record Links(String csv, String jsonl, String first, String next) {
    static Links of(ReportChoice choice, ReportSlice slice) {
      return new Links(
          choice.at("/report.csv", 1),
          choice.at("/report.jsonl", 1),
          choice.at("/report", 1),
          choice.at("/report", slice.number() + 1));
    }
  }

  @GetMapping("/report.csv")
  void csv(ReportChoice choice, HttpServletResponse response) throws IOException {
    send(Export.CSV, choice, "text/csv", "csv", response);
  }

  @GetMapping("/report.jsonl")
  void jsonLines(ReportChoice choice, HttpServletResponse response) throws IOException {
    send(Export.JSONL, choice, "application/jsonl", "jsonl", response);
  }

  /** Guest by guest into the connection; when the database goes away, it breaks unfinished. */
  private void send(
      Export export, ReportChoice choice, String type, String suffix, HttpServletResponse response)
      throws IOException {
    if (choice.problem().isPresent()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, choice.problem().get());
    }
    Instant now = clock.instant();
    response.setContentType(type + ";charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"gatehouse-guests-%s.%s\""
            .formatted(LocalDate.ofInstant(now, ZoneOffset.UTC), suffix));
    var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    export.write(store.reports(), choice.filter(), now, out, _ -> {});
  }
}
