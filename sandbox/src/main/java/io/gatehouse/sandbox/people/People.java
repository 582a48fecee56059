package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.mail.PostOffice;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody of {@link Employee}, with a mailbox and a habit. */
public final class People {
  private static final List<Question.KnownGuest> GUESTS =
      Arrays.stream(NamedGuest.values())
          .map(g -> new Question.KnownGuest(g.mail(), g.displayName()))
          .toList();

  private final PostOffice postOffice;
  private final Map<Employee, Person> everybody = new EnumMap<>(Employee.class);
  private final List<AnsweredMail> answered = new ArrayList<>();
  private final List<ScannedLink> scanned = new ArrayList<>();

  public People(PostOffice postOffice) {
    this.postOffice = postOffice;
    Arrays.stream(Employee.values()).forEach(e -> everybody.put(e, new Person(e)));
  }

  /**
   * Lets everybody read their mail and do what is due.
   *
   * @return how many links were scanned and answers tried; 0 means that nothing moved
   */
  public synchronized int act(Instant now) {
    int before = scanned.size() + answered.size();
    everybody.forEach((employee, person) -> act(employee, person, now));
    return scanned.size() + answered.size() - before;
  }

  private void act(Employee employee, Person person, Instant now) {
    for (var letter : person.unread(postOffice)) {
      if (person.hasScanner()) {
        scanned.addAll(MailScanner.scan(letter, now));
      }
      Question.in(letter, GUESTS).forEach(question -> person.ponder(question, now));
    }
    answered.addAll(person.act(now));
  }

  /** When somebody means to act next, as far as read mail tells. */
  public synchronized Optional<Instant> nextDue() {
    return everybody.values().stream()
        .flatMap(p -> p.nextDue().stream())
        .min(Comparator.naturalOrder());
  }

  /** Every attempt to answer so far. */
  public synchronized List<AnsweredMail> answered() {
    return List.copyOf(answered);
  }

  /** Every link a mail scanner opened so far. */
  public synchronized List<ScannedLink> scanned() {
    return List.copyOf(scanned);
  }
}
