package io.gatehouse.starter.page.operator;

import io.gatehouse.actor.AppRole;
import io.gatehouse.policy.Policy;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.guest.ScanLine;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.lifecycle.StuckRow;
import io.gatehouse.store.scan.ScanRow;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /operator}: what needs a person now, and what comes. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER, AppRole.AUDITOR})
public class OperatorPage {
  private static final int SHOWN = 50;

  private final Store store;
  private final Clock clock;

  OperatorPage(@Qualifier("reading") Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping("/operator")
  String operator(Model model) {
    Calendar calendar = Frame.around(model, store, clock);
    Policy policy = AppliedPolicy.newest(store).orElse(null);
    List<LifecycleRow> parked = store.lifecycleList().parked();
    List<AnswerRow> undelivered = Undelivered.rows(store, calendar.now());
    List<StuckRow> stuck = store.stuck().all();
    int failed = LeftDisabled.count(store);
    GateView gate = GateView.of(store, calendar);
    ScanRow newest = store.scans().newest(1).stream().findFirst().orElse(null);
    ScanLine scan = newest == null ? null : ScanLine.of(newest, calendar);
    List<EndingExclusion> exclusions =
        policy == null ? List.of() : EndingExclusion.of(policy, store, calendar);
    model.addAttribute(
        "needs",
        Needs.of(
                parked.size(),
                stuck.size(),
                undelivered.size(),
                failed,
                gate,
                scan,
                policy != null,
                exclusions)
            .all());
    model.addAttribute("gate", gate);
    model.addAttribute(
        "parked",
        parked.stream().limit(SHOWN).map(row -> Parked.of(row, store, calendar)).toList());
    model.addAttribute("parkedInAll", parked.size());
    model.addAttribute(
        "stuck",
        stuck.stream().limit(SHOWN).map(row -> CannotGoOn.of(row, store, calendar)).toList());
    model.addAttribute("stuckInAll", stuck.size());
    model.addAttribute(
        "undelivered",
        undelivered.stream()
            .limit(SHOWN)
            .map(answer -> Undelivered.of(answer, store, calendar))
            .toList());
    model.addAttribute("undeliveredInAll", undelivered.size());
    model.addAttribute("failed", LeftDisabled.of(store, calendar, SHOWN));
    model.addAttribute("failedInAll", failed);
    model.addAttribute("slots", Slots.ahead(store, policy, calendar));
    model.addAttribute("next", NextSlot.of(store, calendar));
    model.addAttribute("exclusions", exclusions);
    model.addAttribute("within", EndingExclusion.WITHIN_DAYS);
    model.addAttribute("held", Held.of(store, calendar));
    model.addAttribute("scan", scan);
    model.addAttribute("scanId", newest == null ? null : newest.scanId());
    return "operator";
  }
}
