package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.mail.Letter;
import io.gatehouse.sandbox.mail.PostOffice;
import io.gatehouse.sandbox.tenant.Employee;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One person at a mailbox: what they have seen, what they mean to do, what they remember. */
final class Person {
  /** Who removed a guest is not surprised to be asked again after that long. */
  private static final Duration MEMORY = Duration.ofDays(60);

  private static final Duration TRY_AGAIN = Duration.ofDays(1);

  private record Visit(Instant due, Question question, Answer answer) {}

  private final Employee employee;
  private final Habit habit;
  private final List<Visit> visits = new ArrayList<>();
  private final Map<String, Instant> answeredUntil = new HashMap<>();
  private int lettersSeen;

  Person(Employee employee) {
    this.employee = employee;
    this.habit = Habit.of(employee);
  }

  /** The letters that came since the last look. */
  List<Letter> unread(PostOffice postOffice) {
    var unread = postOffice.lettersAfter(employee.mail(), lettersSeen);
    lettersSeen += unread.size();
    return unread;
  }

  boolean hasScanner() {
    return habit.scanned();
  }

  /** Plans what to do about a question; one that was answered is not answered again. */
  void ponder(Question question, Instant now) {
    String guest = question.guestHint();
    if (answeredUntil.getOrDefault(guest, Instant.MIN).isAfter(now)) {
      return;
    }
    if (visits.stream().anyMatch(v -> v.question().guestHint().equals(guest))) {
      // a reminder: people use the newest mail, but take their time since the first one
      visits.replaceAll(v ->
          v.question().guestHint().equals(guest) ? new Visit(v.due(), question, v.answer()) : v);
      return;
    }
    habit
        .reactions()
        .forEach(r -> visits.add(new Visit(now.plus(r.after()), question, r.answer())));
  }

  Optional<Instant> nextDue() {
    return visits.stream().map(Visit::due).min(Comparator.naturalOrder());
  }

  /** Makes the visits that are due, earliest first. */
  List<AnsweredMail> act(Instant now) {
    var due =
        visits.stream()
            .filter(v -> !v.due().isAfter(now))
            .sorted(Comparator.comparing(Visit::due))
            .toList();
    visits.removeAll(due);
    return due.stream().map(visit -> answer(visit, now)).toList();
  }

  private AnsweredMail answer(Visit visit, Instant now) {
    String guest = visit.question().guestHint();
    try (var browser = new Browser()) {
      var page = browser.get(visit.question().link());
      var form = AnswerForm.on(page.document(), visit.answer());
      boolean recorded = false;
      if (form.isPresent()) {
        var fields = form.get().filledIn(visit.answer(), now);
        page = browser.post(form.get().action(), fields);
        recorded = page.status() == 200 && says(page, "recorded");
        if (recorded) {
          answeredUntil.put(guest, forgetsAt(fields, now));
        }
      }
      if (!recorded && (page.status() == 0 || page.status() >= 500)) {
        visits.add(new Visit(now.plus(TRY_AGAIN), visit.question(), visit.answer()));
      }
      return new AnsweredMail(
          employee, guest, visit.answer().choice(), now, page.status(), recorded);
    }
  }

  private static boolean says(Browser.Page page, String word) {
    return page.document().text().toLowerCase(Locale.ROOT).contains(word);
  }

  /** Who keeps a guest until a day expects to be asked again on that day. */
  private static Instant forgetsAt(Map<String, String> sent, Instant now) {
    String until = sent.getOrDefault("until", "");
    return until.isEmpty()
        ? now.plus(MEMORY)
        : LocalDate.parse(until).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
