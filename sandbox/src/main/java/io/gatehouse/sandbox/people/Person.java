package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.mail.Letter;
import io.gatehouse.sandbox.mail.PostOffice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** One person at a mailbox: what they have seen, what they mean to do, what they remember. */
final class Person {
  /** Who removed a guest is not surprised to be asked again after that long. */
  private static final Duration MEMORY = Duration.ofDays(60);

  private static final Duration TRY_AGAIN = Duration.ofDays(1);

  /**
   * Something to do.
   *
   * @param turn in the order in which the mails were read, when several are due
   */
  private record Visit(Instant due, int turn, String guest, Answer answer) {}

  private final String mail;
  private final Habit habit;
  private final PriorityQueue<Visit> visits =
      new PriorityQueue<>(Comparator.comparing(Visit::due).thenComparingInt(Visit::turn));

  /** The newest question about each guest for whom a visit is planned. */
  private final Map<String, Question> questions = new HashMap<>();

  private final Map<String, Instant> answeredUntil = new HashMap<>();

  /** Guests about whom the person was asked in vain, or spoke. */
  private final Set<String> asked = new HashSet<>();

  private int lived;
  private int lettersSeen;
  private int planned;

  Person(String mail, Habit habit) {
    this.mail = mail;
    this.habit = habit;
  }

  /** The letters that came since the last look. */
  List<Letter> unread(PostOffice postOffice) {
    var unread = postOffice.lettersAfter(mail, lettersSeen);
    lettersSeen += unread.size();
    return unread;
  }

  boolean hasScanner() {
    return habit.scanned();
  }

  Manner manner() {
    return habit.manner();
  }

  /** How often the person did what is their manner, to its end. */
  int lived() {
    return lived;
  }

  void isScanned() {
    lived++;
  }

  /**
   * Plans what to do about a question; one that was answered is not answered again. A reminder is
   * used instead of the first mail, but does not start the time again.
   */
  void ponder(Question question, Instant now) {
    String guest = question.guestHint();
    if (habit.reactions().isEmpty() && asked.add(guest)) {
      lived++;
    }
    if (answeredUntil.getOrDefault(guest, Instant.MIN).isAfter(now)
        || habit.reactions().isEmpty()) {
      return;
    }
    if (questions.put(guest, question) == null) {
      habit.reactions().forEach(r -> plan(now.plus(r.after()), guest, r.answer()));
    }
  }

  private void plan(Instant due, String guest, Answer answer) {
    visits.add(new Visit(due, planned++, guest, answer));
  }

  Optional<Instant> nextDue() {
    return Optional.ofNullable(visits.peek()).map(Visit::due);
  }

  /** Makes the visits that are due, earliest first. */
  List<AnsweredMail> act(Instant now) {
    var answered = new ArrayList<AnsweredMail>();
    for (var next = visits.peek(); next != null && !next.due().isAfter(now); next = visits.peek()) {
      visits.remove();
      answered.add(answer(next, now));
    }
    return answered;
  }

  private AnsweredMail answer(Visit visit, Instant now) {
    String guest = visit.guest();
    var link = Objects.requireNonNull(questions.get(guest)).link();
    try (var browser = new Browser()) {
      var page = browser.get(link);
      var form = AnswerForm.on(page.document(), visit.answer());
      boolean recorded = false;
      if (form.isPresent()) {
        var fields = form.get().filledIn(visit.answer(), now);
        page = browser.post(form.get().action(), fields);
        recorded = page.status() == 200 && says(page, "recorded");
        if (recorded) {
          lives(guest);
          answeredUntil.put(guest, forgetsAt(fields, now));
        }
      }
      if (!recorded && (page.status() == 0 || page.status() >= 500)) {
        plan(now.plus(TRY_AGAIN), guest, visit.answer());
      }
      if (visits.stream().noneMatch(other -> other.guest().equals(guest))) {
        questions.remove(guest);
      }
      return new AnsweredMail(mail, guest, visit.answer().choice(), now, page.status(), recorded);
    }
  }

  private void lives(String guest) {
    switch (habit.manner()) {
      case KEEPS, REMOVES, NAMES_SOMEBODY_ELSE -> lived++;
      case CHANGES_MIND -> lived += asked.add(guest) ? 0 : 1; // the second word is the change
      case SAYS_NOTHING, HAS_SCANNER -> {} // told by the mail already
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
