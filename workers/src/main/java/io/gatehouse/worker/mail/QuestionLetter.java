package io.gatehouse.worker.mail;

import static java.util.Map.entry;

import io.gatehouse.guest.AskedBecause;
import io.gatehouse.guest.PlainName;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Policy;
import io.gatehouse.policy.Silence;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.QuestionMail;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.LinkRow;
import io.gatehouse.store.attestation.LinkToken;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.mail.MailRow;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.House;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The question to a sponsor and its reminders. */
final class QuestionLetter {
  /** Long enough to come back to the answer while the removal runs. */
  private static final Duration LINK_LIVES = Duration.ofDays(120);

  private final House house;
  private final Letters letters;
  private final String pages;
  private final String mailDomain;
  private final SecureRandom random = new SecureRandom();

  QuestionLetter(House house, Letters letters, String pages, String mailDomain) {
    this.house = house;
    this.letters = letters;
    this.pages = pages;
    this.mailDomain = mailDomain;
  }

  /** False once the question is answered or given up: no reminder after the answer. */
  boolean isOpen(UUID openingId, int round) {
    Store store = house.store();
    return store.lifecycles().find(openingId).filter(LifecycleRow::isOpen).isPresent()
        && store
            .questions()
            .find(openingId, round)
            .filter(question -> question.settledAt() == null)
            .isPresent()
        && store.answers().newestFor(openingId, round).isEmpty();
  }

  MailRow row(QuestionMail mail) {
    Question question = mail.question();
    return MailRow.intended(
        messageId(question, mail.number()),
        UUID.fromString(question.ref().openingId()),
        question.round(),
        mail.number() == 0 ? "QUESTION" : "REMINDER",
        question.sponsorId(),
        house.now());
  }

  @Nullable Letter write(QuestionMail mail) {
    Question question = mail.question();
    Store store = house.store();
    PersonRow person = store.people().find(question.sponsorId()).orElseThrow();
    if (person.mail() == null) {
      return null;
    }
    GuestRow guest = store.guests().find(question.ref().guestId()).orElseThrow();
    Letters.Rendered rendered = letters.render("question", values(mail, person, guest));
    return new Letter(
        messageId(question, mail.number()),
        mail.number() == 0 ? null : messageId(question, 0),
        person.mail(),
        rendered.subject(),
        rendered.text(),
        rendered.html());
  }

  private Map<String, Object> values(QuestionMail mail, PersonRow person, GuestRow guest) {
    Question question = mail.question();
    Trigger trigger = question.trigger();
    return Map.ofEntries(
        entry("sponsor", PlainName.of(person.displayName(), "colleague")),
        entry("guest", PlainName.of(guest.displayName(), "a guest without a name")),
        entry("company", PlainName.of(guest.companyName(), "not known")),
        entry("mail", PlainName.address(guest.mail(), "not known")),
        entry(
            "lastActivity", Objects.requireNonNullElse(day(guest.lastActivityAt()), "none known")),
        entry("why", AskedBecause.sentence(trigger, days(guest))),
        entry("you", AskedBecause.you(question.role())),
        entry("keep", AskedBecause.keep(trigger)),
        entry("removeWord", AskedBecause.removeWord(trigger)),
        entry("remove", AskedBecause.remove(trigger)),
        entry("takesAway", trigger != Trigger.EXCLUSION_ENDS),
        entry("answerBy", Objects.requireNonNull(day(answerBy(question)))),
        entry("silence", silence(question)),
        entry("steward", question.role() == Role.STEWARD),
        entry("reminder", mail.number() > 0),
        entry("link", pages + "/a/" + mint(question)));
  }

  private @Nullable String excludedUntil(GuestRow guest) {
    Policy policy = house.policy().policy();
    return policy.exclusions().stream()
        .filter(each -> each.guest().equalsIgnoreCase(guest.guestId()))
        .map(each -> day(each.until().atStartOfDay(policy.zone()).toInstant()))
        .findFirst()
        .orElse(null);
  }

  private AskedBecause.Days days(GuestRow guest) {
    Instant invited = guest.stateChangedAt() == null ? guest.createdAt() : guest.stateChangedAt();
    return new AskedBecause.Days(
        day(guest.lastActivityAt()), day(guest.createdAt()), day(invited), excludedUntil(guest));
  }

  private @Nullable String day(@Nullable Instant at) {
    return at == null ? null : Letters.day(at, house.policy().policy().zone());
  }

  /** What follows when nobody answers, as far as it is certain now. */
  private String silence(Question question) {
    if (question.role() == Role.STEWARD) {
      return "You are the last person we can ask; without your answer nothing happens.";
    }
    UUID openingId = UUID.fromString(question.ref().openingId());
    String plan = house.store().lifecycles().find(openingId).orElseThrow().plan();
    return question.trigger().mayEndInSilence()
            && Wire.read(plan, Plan.class).onSilence() == Silence.REMOVE
        ? "Without an answer we ask the next person in charge; when nobody answers, the account may be disabled after a last notice to the guest."
        : "Without an answer we ask the next person in charge.";
  }

  /** What the outcome of a mail means for its question. Inside the caller's transaction. */
  void noteOutcome(QuestionMail mail, MailOutcome outcome, Mode askedUnder) {
    Question question = mail.question();
    UUID openingId = UUID.fromString(question.ref().openingId());
    if (mail.number() > 0) {
      return;
    }
    Store store = house.store();
    if (outcome instanceof MailOutcome.Delivered delivered) {
      Instant answerBy = delivered.at().plus(question.answerWithin());
      store.lifecycles().stage(openingId, Stage.ASKED.name(), "an answer", answerBy);
      store.questions().delivered(openingId, question.round(), delivered.at(), askedUnder.name());
      store.questions().deadline(openingId, question.round(), answerBy);
    } else if (outcome instanceof MailOutcome.Undeliverable) {
      store.questions().undeliverable(openingId, question.round(), "the mail cannot be delivered");
    }
  }

  private Instant answerBy(Question question) {
    return house
        .store()
        .questions()
        .find(UUID.fromString(question.ref().openingId()), question.round())
        .map(QuestionRow::deliveredAt)
        .orElseGet(house::now)
        .plus(question.answerWithin());
  }

  /** A new token for each letter: only its hash is kept, so an earlier one cannot be repeated. */
  private String mint(Question question) {
    String token = LinkToken.mint(random);
    Instant now = house.now();
    house
        .store()
        .links()
        .issue(
            LinkToken.hash(token),
            new LinkRow(
                UUID.fromString(question.ref().openingId()),
                question.round(),
                question.sponsorId(),
                now,
                now.plus(question.answerWithin()).plus(LINK_LIVES)));
    return token;
  }

  private String messageId(Question question, int number) {
    return "<%s.%d.%d@%s>"
        .formatted(question.ref().openingId(), question.round(), number, mailDomain);
  }
}
