package io.gatehouse.starter.page;

import io.gatehouse.store.guest.GuestRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a guest, line by line, for the page and for the command line. */
public final class GuestFacts {
  private GuestFacts() {}

  /** One line. */
  public record Fact(String name, String value) {}

  public static List<Fact> of(GuestRow guest, Calendar calendar) {
    var facts = new ArrayList<Fact>();
    add(facts, "Mail", guest.mail());
    add(facts, "User principal name", guest.userPrincipalName());
    add(facts, "Company", guest.companyName());
    add(facts, "Partner organization", guest.partner());
    add(facts, "Object id", guest.guestId());
    add(facts, "Account", account(guest.accountEnabled()));
    add(facts, "Invitation", guest.userState());
    add(facts, "Invitation in this state since", since(guest.stateChangedAt(), calendar));
    add(facts, "Created", since(guest.createdAt(), calendar));
    add(facts, "Last successful sign-in", since(guest.lastSuccessfulAt(), calendar));
    add(facts, "Last sign-in by the person", since(guest.lastInteractiveAt(), calendar));
    add(facts, "Last sign-in by an app", since(guest.lastNonInteractiveAt(), calendar));
    add(facts, "Sign-ins", Words.inactivity(guest.inactivity()) + because(guest));
    add(facts, "Mastered on-premises", guest.onPremises() ? "yes" : "no");
    add(facts, "Restricted management", guest.restricted() ? "yes" : "no");
    add(facts, "Sponsors", sponsorship(guest, calendar));
    add(facts, "Last vouched for", since(guest.attestedAt(), calendar));
    add(facts, "Due to be asked about", due(guest, calendar));
    Instant keptUntil = guest.keptUntil(); // the first instant after the last day
    add(facts, "Kept until", keptUntil == null ? null : day(keptUntil.minusSeconds(1), calendar));
    add(facts, "Not asked about before", day(guest.notBefore(), calendar));
    add(facts, "First seen", since(guest.firstSeenAt(), calendar));
    add(facts, "Last seen", since(guest.seenAt(), calendar));
    return facts;
  }

  private static void add(List<Fact> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(name, value));
    }
  }

  private static String account(@Nullable Boolean enabled) {
    return enabled == null ? "not known" : enabled ? "enabled" : "disabled";
  }

  private static String because(GuestRow guest) {
    return guest.inactivityReason().isBlank() ? "" : ": " + guest.inactivityReason();
  }

  private static String sponsorship(GuestRow guest, Calendar calendar) {
    String missingSince = since(guest.sponsorMissingSince(), calendar);
    return switch (guest.sponsorship()) {
      case "PRESENT" -> "on record";
      case "MISSING" ->
          "nobody who answers is on record"
              + (missingSince == null ? "" : " since " + missingSince);
      default -> "not told by the directory";
    };
  }

  /** Nobody is due who is kept or put off until a later day; that day stands in the next lines. */
  private static @Nullable String due(GuestRow guest, Calendar calendar) {
    String due = guest.dueFor();
    return due == null
            || isLater(guest.keptUntil(), calendar)
            || isLater(guest.notBefore(), calendar)
        ? null
        : Words.trigger(due);
  }

  private static boolean isLater(@Nullable Instant day, Calendar calendar) {
    return day != null && day.isAfter(calendar.now());
  }

  private static @Nullable String since(@Nullable Instant at, Calendar calendar) {
    return at == null ? null : words(calendar.since(at));
  }

  private static @Nullable String day(@Nullable Instant at, Calendar calendar) {
    return at == null ? null : words(calendar.day(at));
  }

  private static String words(Calendar.Point point) {
    return point.words() + ", " + point.distance();
  }
}
