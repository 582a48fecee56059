package io.gatehouse.starter.page.sponsor;

import io.gatehouse.attestation.Voice;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policy;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.starter.answer.AnswerDelivery;
import io.gatehouse.starter.answer.Delivered;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.web.ForEveryone;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** {@code /a/{token}}: GET shows, POST decides. The token is all that a visitor has to have. */
@Controller
@ForEveryone
public class SponsorPage {
  /** How long a person waits for the lifecycle; the answer is safe already. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int KEEP_WITHOUT_POLICY = 90;

  private final Store store;
  private final AnswerDelivery delivery;
  private final AnswerBook book;
  private final Clock clock;

  SponsorPage(
      @Qualifier("writing") Store store, AnswerDelivery delivery, Clock clock, Signer signer) {
    this.store = store; // hashes of tokens are hidden from the pages' own role
    this.delivery = delivery;
    this.book = new AnswerBook(store, clock, signer);
    this.clock = clock;
  }

  @GetMapping("/a/{token}")
  ModelAndView show(@PathVariable String token) {
    Instant now = clock.instant();
    return Asked.find(token, store, now)
        .map(asked -> page(asked, now, AnswerForm.EMPTY, Map.of(), null))
        .orElseGet(SponsorPage::nothing);
  }

  @PostMapping("/a/{token}")
  ModelAndView answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String choice,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String who) {
    Instant now = clock.instant();
    var form = new AnswerForm(choice, reason, until, who);
    return Asked.find(token, store, now)
        .map(asked -> answer(token, asked, now, form))
        .orElseGet(SponsorPage::nothing);
  }

  private ModelAndView answer(String token, Asked asked, Instant now, AnswerForm form) {
    if (!(Turn.of(asked, now) instanceof Turn.MaySpeak speak)) {
      ModelAndView page = page(asked, now, form, Map.of(), null);
      page.setStatus(HttpStatus.CONFLICT);
      return page;
    }
    switch (form.check(limits(now, speak.passOn()))) {
      case AnswerForm.Checked.Unclear(Map<String, String> problems) -> {
        ModelAndView page = page(asked, now, form, problems, null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
      }
      case AnswerForm.Checked.Clear(Act.Decision act) -> {
        Delivered delivered = delivery.deliver(record(asked, act), PATIENCE);
        Asked after = Asked.find(token, store, now).orElse(asked);
        return page(after, clock.instant(), AnswerForm.EMPTY, Map.of(), delivered);
      }
    }
  }

  /** The same answer again, as from a second press of the button, is the first one. */
  private UUID record(Asked asked, Act.Decision act) {
    return asked
        .own()
        .filter(own -> isSame(own, act))
        .orElseGet(() ->
            book.record(
                asked.lifecycle(),
                new Actor.Asked(asked.link().sponsorId(), asked.link().round()),
                act))
        .answerId();
  }

  private static boolean isSame(AnswerRow own, Act.Decision act) {
    return own.actorKind().equals(Voice.SPONSOR.name())
        && own.choice().equals(act.kind().name())
        && own.reason().equals(act.reason())
        && Optional.ofNullable(own.keepUntil()).equals(Optional.ofNullable(act.day()))
        && Optional.ofNullable(own.refersTo()).equals(Optional.ofNullable(act.named()));
  }

  private ModelAndView page(
      Asked asked,
      Instant now,
      AnswerForm form,
      Map<String, String> problems,
      @Nullable Delivered delivered) {
    Turn turn = Turn.of(asked, now);
    var calendar = new Calendar(AppliedPolicy.zone(store), now);
    boolean passOn = turn instanceof Turn.MaySpeak speak && speak.passOn();
    var page = new ModelAndView("question");
    page.addObject(
        "page",
        QuestionView.of(
            asked,
            store.guests().find(asked.lifecycle().guestId()).orElseThrow(),
            exclusion(asked, calendar),
            turn,
            calendar,
            limits(now, passOn)));
    page.addObject("form", form);
    page.addObject("problems", problems);
    page.addObject("delivered", delivered == null ? null : DeliveredView.of(delivered));
    return page;
  }

  private Optional<Exclusion> exclusion(Asked asked, Calendar calendar) {
    return AppliedPolicy.newest(store).stream()
        .flatMap(policy -> policy.exclusions().stream())
        .filter(each -> each.holdsFor(asked.lifecycle().guestId(), calendar.today()))
        .findFirst();
  }

  private AnswerForm.Limits limits(Instant now, boolean passOn) {
    Optional<Policy> policy = AppliedPolicy.newest(store);
    var today = now.atZone(policy.map(Policy::zone).orElse(ZoneOffset.UTC)).toLocalDate();
    int atMost = policy.map(p -> p.asking().keepAtMostDays()).orElse(KEEP_WITHOUT_POLICY);
    return new AnswerForm.Limits(today, today.plusDays(atMost), passOn);
  }

  private static ModelAndView nothing() {
    var page = new ModelAndView("no-question");
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }
}
