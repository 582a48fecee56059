package io.gatehouse.starter.page.sponsor;

import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policy;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.starter.answer.AnswerDelivery;
import io.gatehouse.starter.answer.Delivered;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.guest.GuestRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Questions and their answers, for somebody who is proved already: by a link or by signing in. */
@Component
public class Answering {
  /** How long a person waits for the lifecycle; the answer is safe already. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int KEEP_WITHOUT_POLICY = 90;

  private final Store store;
  private final AnswerDelivery delivery;
  private final AnswerBook book;
  private final Clock clock;

  Answering(
      @Qualifier("writing") Store store, AnswerDelivery delivery, Clock clock, Signer signer) {
    this.store = store;
    this.delivery = delivery;
    this.book = new AnswerBook(store, clock, signer);
    this.clock = clock;
  }

  /** All that one person is asked: what waits for an answer, and what can still be changed. */
  ModelAndView list(List<Asked> all) {
    Instant now = clock.instant();
    var calendar = new Calendar(AppliedPolicy.zone(store), now);
    Optional<Policy> policy = AppliedPolicy.newest(store);
    List<QuestionLine> lines =
        all.stream()
            .flatMap(asked ->
                QuestionLine.of(
                    asked,
                    guest(asked),
                    exclusion(policy, asked, calendar),
                    Turn.of(asked, now),
                    calendar)
                    .stream())
            .toList();
    var page = new ModelAndView("mine");
    page.addObject("waiting", lines.stream().filter(line -> line.answer() == null).toList());
    page.addObject("answered", lines.stream().filter(line -> line.answer() != null).toList());
    page.addObject("reading", calendar.reading());
    return page;
  }

  ModelAndView show(Asked asked) {
    return page(asked, clock.instant(), AnswerForm.EMPTY, Map.of(), null);
  }

  ModelAndView answer(Asked asked, AnswerForm form) {
    Instant now = clock.instant();
    if (!(Turn.of(asked, now) instanceof Turn.MaySpeak speak)) {
      ModelAndView page = page(asked, now, form, Map.of(), null);
      page.setStatus(HttpStatus.CONFLICT);
      return page;
    }
    switch (form.check(limits(AppliedPolicy.newest(store), now, speak.passOn()))) {
      case AnswerForm.Checked.Unclear(Map<String, String> problems) -> {
        ModelAndView page = page(asked, now, form, problems, null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
      }
      case AnswerForm.Checked.Clear(Act.Decision act) -> {
        Delivered delivered = delivery.deliver(record(asked, act), PATIENCE);
        Asked after = asked.again(store);
        return page(after, clock.instant(), AnswerForm.EMPTY, Map.of(), delivered);
      }
    }
  }

  /** The same answer again, as from a second press of the button, is the first one. */
  private UUID record(Asked asked, Act.Decision act) {
    return asked
        .own()
        .filter(own -> isSame(own, act))
        .orElseGet(() -> book.record(asked.lifecycle(), asked.who(), act))
        .answerId();
  }

  private static boolean isSame(AnswerRow own, Act.Decision act) {
    return own.choice().equals(act.kind().name())
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
    Optional<Policy> policy = AppliedPolicy.newest(store);
    boolean passOn = turn instanceof Turn.MaySpeak speak && speak.passOn();
    var page = new ModelAndView("question");
    page.addObject(
        "page",
        QuestionView.of(
            asked,
            guest(asked),
            exclusion(policy, asked, calendar),
            turn,
            calendar,
            limits(policy, now, passOn)));
    page.addObject("form", form);
    page.addObject("problems", problems);
    page.addObject("delivered", delivered == null ? null : DeliveredView.of(delivered));
    return page;
  }

  private GuestRow guest(Asked asked) {
    return store.guests().find(asked.lifecycle().guestId()).orElseThrow();
  }

  private static Optional<Exclusion> exclusion(
      Optional<Policy> policy, Asked asked, Calendar calendar) {
    return policy.stream()
        .flatMap(each -> each.exclusions().stream())
        .filter(each -> each.holdsFor(asked.lifecycle().guestId(), calendar.today()))
        .findFirst();
  }

  private static AnswerForm.Limits limits(Optional<Policy> policy, Instant now, boolean passOn) {
    var today = now.atZone(policy.map(Policy::zone).orElse(ZoneOffset.UTC)).toLocalDate();
    int atMost = policy.map(p -> p.asking().keepAtMostDays()).orElse(KEEP_WITHOUT_POLICY);
    return new AnswerForm.Limits(today, today.plusDays(atMost), passOn);
  }

  static ModelAndView nothing() {
    var page = new ModelAndView("no-question");
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }
}
