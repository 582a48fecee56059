package io.gatehouse.starter.page.lifecycle;

import io.gatehouse.actor.AppRole;
import io.gatehouse.guest.Trigger;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.PopulationSum;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.view.LifecycleChoice;
import io.gatehouse.store.view.LifecycleLine;
import io.gatehouse.store.view.Views;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /lifecycles}: which there are, and each as a timeline. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER, AppRole.AUDITOR})
public class LifecyclePages {
  private static final int PER_PAGE = 50;
  private static final Set<String> STATES = Set.of("OPEN", "WAITING", "CLOSED");
  private static final Set<String> TRIGGERS =
      Arrays.stream(Trigger.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  private final Store store;
  private final Views views;
  private final Clock clock;

  LifecyclePages(@Qualifier("reading") Store store, Views views, Clock clock) {
    this.store = store;
    this.views = views;
    this.clock = clock;
  }

  @GetMapping("/lifecycles")
  String lifecycles(
      Model model,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String trigger,
      @RequestParam(defaultValue = "") String after) {
    Calendar calendar = Frame.around(model, store, clock);
    var choice =
        new LifecycleChoice(
            STATES.contains(state) ? state : null,
            TRIGGERS.contains(trigger) ? trigger : null,
            uuidOrNull(after),
            PER_PAGE + 1);
    List<LifecycleLine> lines = views.lifecycles(choice);
    boolean more = lines.size() > PER_PAGE;
    List<LifecycleLine> shown = more ? lines.subList(0, PER_PAGE) : lines;
    model.addAttribute("sum", PopulationSum.of(store.guestList().byStanding()));
    model.addAttribute("choice", choice);
    model.addAttribute("triggers", Trigger.values());
    model.addAttribute(
        "lifecycles", shown.stream().map(line -> LifecycleRowView.of(line, calendar)).toList());
    model.addAttribute("next", more ? shown.getLast().openingId() : null);
    return "lifecycles";
  }

  @GetMapping("/lifecycles/{openingId}")
  String lifecycle(Model model, @PathVariable String openingId) {
    Calendar calendar = Frame.around(model, store, clock);
    UUID id = uuidOrNull(openingId);
    if (id == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    LifecycleRow row =
        store
            .lifecycles()
            .find(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("lifecycle", LifecycleView.of(row, store, calendar));
    model.addAttribute("timeline", new Timeline(store, calendar).of(row));
    return "lifecycle";
  }

  private static @Nullable UUID uuidOrNull(String text) {
    try {
      return text.isBlank() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
