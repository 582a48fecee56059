package io.gatehouse.starter.page.guest;

import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.GuestFacts;
import io.gatehouse.starter.page.lifecycle.LifecycleView;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestRow;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** {@code /guests/{id}}: what is known about one guest. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER, AppRole.AUDITOR})
public class GuestPage {
  private final Store store;
  private final Clock clock;

  GuestPage(@Qualifier("reading") Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @GetMapping("/guests/{id}")
  String guest(Model model, @PathVariable String id) {
    Calendar calendar = Frame.around(model, store, clock);
    GuestRow guest =
        store
            .guests()
            .find(id)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("guest", GuestLine.of(guest, calendar));
    model.addAttribute("facts", GuestFacts.of(guest, calendar));
    model.addAttribute(
        "lifecycles",
        store.lifecycleList().ofGuest(id).stream()
            .map(row -> LifecycleView.of(row, store, calendar))
            .toList());
    return "guest";
  }
}
