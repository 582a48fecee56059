package io.gatehouse.starter.page.lifecycle;

import io.gatehouse.actor.AppRole;
import io.gatehouse.policy.Policy;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.starter.answer.AnswerDelivery;
import io.gatehouse.starter.answer.Delivered;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.starter.page.web.SignedIn;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code POST /lifecycles/{id}/act}: says what will happen, does it once, shows the receipt. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER})
public class ActPage {
  /** How long a person waits for the lifecycle; the act is safe already. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Store reading;
  private final Store writing;
  private final AnswerDelivery delivery;
  private final AnswerBook book;
  private final Clock clock;

  ActPage(
      @Qualifier("reading") Store reading,
      @Qualifier("writing") Store writing,
      AnswerDelivery delivery,
      Clock clock,
      Signer signer) {
    this.reading = reading;
    this.writing = writing;
    this.delivery = delivery;
    this.book = new AnswerBook(writing, clock, signer);
    this.clock = clock;
  }

  /**
   * The act.
   *
   * @param once drawn by the page that asks for confirmation: a button pressed twice acts once
   */
  @PostMapping("/lifecycles/{openingId}/act")
  String act(
      Model model,
      @PathVariable UUID openingId,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(required = false) UUID once) {
    LifecycleRow row =
        reading
            .lifecycles()
            .find(openingId)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Calendar calendar = Frame.around(model, reading, clock);
    model.addAttribute("lifecycle", LifecycleView.of(row, reading, calendar));
    var form = new ActForm(act, reason, until, days, person);
    model.addAttribute("form", form);
    switch (form.check(limits(row, calendar))) {
      case ActForm.Unclear unclear -> model.addAttribute("problem", unclear.sentence());
      case ActForm.Clear clear when once == null -> {
        model.addAttribute("what", clear.what());
        model.addAttribute("once", UUID.randomUUID());
      }
      case ActForm.Clear clear -> model.addAttribute("receipt", perform(row, clear.act(), once));
    }
    return "act";
  }

  private ActForm.Limits limits(LifecycleRow row, Calendar calendar) {
    int atMost =
        AppliedPolicy.newest(reading)
            .map(Policy::asking)
            .map(asking -> asking.keepAtMostDays())
            .orElse(0);
    LocalDate today = calendar.today();
    return new ActForm.Limits(today, today.plusDays(atMost), row.guestId());
  }

  private String perform(LifecycleRow row, Act act, UUID once) {
    try {
      var actor = new Actor.Proved(SignedIn.current().orElseThrow().as(act.kind().action()));
      AnswerRow answer = book.record(once, row, actor, act);
      return switch (delivery.deliver(answer.answerId(), PATIENCE)) {
        case Delivered.Applied applied -> applied.receipt().sentence();
        case Delivered.Refused refused -> "Refused: " + refused.sentence();
        case Delivered.Waiting waiting -> "Recorded. " + waiting.why();
      };
    } catch (NotAllowed not) {
      return "Refused: " + not.getMessage();
    }
  }
}
