package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.mail.PostOffice;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody of the tenant who has a mailbox and a habit. */
public final class People {
  private final PostOffice postOffice;
  private final KnownGuests guests;
  private final Map<String, Person> byAddress = new LinkedHashMap<>();
  private final List<AnsweredMail> answered = new ArrayList<>();
  private final List<ScannedLink> scanned = new ArrayList<>();
  private int lettersSeen;

  public People(PostOffice postOffice, Tenant tenant) {
    this.postOffice = postOffice;
    this.guests = new KnownGuests(tenant);
    for (var employee : Employee.values()) {
      if (employee.hasMailbox()) {
        byAddress.put(employee.mail(), new Person(employee.mail(), Habit.of(employee)));
      }
    }
    for (var colleague : tenant.colleagues()) {
      byAddress.put(colleague.mail(), new Person(colleague.mail(), Habit.of(colleague)));
    }
  }

  /**
   * Lets everybody read their mail and do what is due.
   *
   * @return how many links were scanned and answers tried; 0 means that nothing moved
   */
  public synchronized int act(Instant now) {
    int before = scanned.size() + answered.size();
    readNewLetters(now);
    byAddress.values().forEach(person -> answered.addAll(person.act(now)));
    return scanned.size() + answered.size() - before;
  }

  /** Looks only at the mailboxes where something came. */
  private void readNewLetters(Instant now) {
    var recipients = postOffice.recipientsAfter(lettersSeen);
    lettersSeen += recipients.size();
    for (String address : new LinkedHashSet<>(recipients)) {
      var person = byAddress.get(address);
      if (person != null) {
        read(person, now);
      }
    }
  }

  private void read(Person person, Instant now) {
    for (var letter : person.unread(postOffice)) {
      if (person.hasScanner()) {
        List<ScannedLink> links = MailScanner.scan(letter, now);
        scanned.addAll(links);
        links.forEach(_ -> person.isScanned());
      }
      Question.in(letter, guests).forEach(question -> person.ponder(question, now));
    }
  }

  /** When somebody means to act next, as far as read mail tells. */
  public synchronized Optional<Instant> nextDue() {
    return byAddress.values().stream()
        .flatMap(person -> person.nextDue().stream())
        .min(Comparator.naturalOrder());
  }

  /** How often people did what is their manner, to its end; every manner is named. */
  public synchronized Map<Manner, Integer> lived() {
    var lived = new EnumMap<Manner, Integer>(Manner.class);
    for (Manner manner : Manner.values()) {
      lived.put(manner, 0);
    }
    byAddress.values().forEach(each -> lived.merge(each.manner(), each.lived(), Integer::sum));
    return lived;
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
