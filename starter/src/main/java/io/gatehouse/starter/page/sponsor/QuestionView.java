package io.gatehouse.starter.page.sponsor;

import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.guest.GuestRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of one question, in words.
 *
 * @param exception whether it is about an exception of the policy and no account can be removed
 * @param signedIn whether the person is proved by that; otherwise the page's address is the proof
 * @param trial whether Gatehouse only asks and changes nothing
 */
record QuestionView(
    boolean signedIn,
    String guest,
    boolean exception,
    String why,
    @Nullable String mail,
    @Nullable String company,
    List<Fact> facts,
    String reading,
    boolean trial,
    @Nullable Given given,
    boolean maySpeak,
    List<Consequences.Option> options,
    boolean passOn,
    @Nullable String lastWord,
    List<Consequences.Consequence> consequences,
    String firstDay,
    String lastDay) {

  /** A property of the guest; no point in time is an honest "no sign-in on record". */
  record Fact(String name, Calendar.@Nullable Point at, String otherwise) {}

  /** What this person has said. */
  record Given(
      String choice,
      Calendar.@Nullable Point until,
      String reason,
      @Nullable String who,
      Calendar.Point at,
      boolean applied,
      Calendar.@Nullable Point changeUntil) {}

  static QuestionView of(
      Asked asked,
      GuestRow guest,
      Optional<Exclusion> exclusion,
      Turn turn,
      Calendar calendar,
      AnswerForm.Limits limits) {
    Instant until = turn instanceof Turn.MaySpeak speak ? speak.until() : null;
    boolean passOn = turn instanceof Turn.MaySpeak speak && speak.passOn();
    Trigger trigger = Trigger.valueOf(asked.lifecycle().trigger());
    Role role = Role.valueOf(asked.question().role());
    var consequences = new Consequences(trigger, role, asked.plan());
    Calendar.Point answerBy = calendar.dayOrNull(asked.question().answerBy());
    return new QuestionView(
        asked.who().by() == Actor.Proof.SIGN_IN,
        Words.name(guest),
        trigger == Trigger.EXCLUSION_ENDS,
        new AskedWhy(trigger, role, guest, calendar).sentences(exclusion),
        guest.mail(),
        guest.companyName(),
        facts(trigger, guest, calendar),
        calendar.reading(),
        "NOTIFY".equals(asked.question().deliveredUnder()),
        asked.own().map(own -> given(own, consequences, until, calendar)).orElse(null),
        turn instanceof Turn.MaySpeak,
        consequences.options(passOn),
        passOn,
        LastWord.of(asked, turn, calendar),
        consequences.of(answerBy == null ? null : answerBy.words()),
        limits.today().plusDays(1).toString(),
        limits.lastDay().toString());
  }

  private static List<Fact> facts(Trigger trigger, GuestRow guest, Calendar calendar) {
    var facts = new ArrayList<Fact>();
    facts.add(fact("Account created", guest.createdAt(), calendar));
    if (trigger == Trigger.INVITATION_NOT_REDEEMED) {
      facts.add(fact("Invitation sent", AskedWhy.invited(guest), calendar));
    }
    facts.add(fact("Last successful sign-in", guest.lastSuccessfulAt(), calendar));
    facts.add(fact("Last sign-in by the person", guest.lastInteractiveAt(), calendar));
    facts.add(
        fact("Last sign-in by an app for the person", guest.lastNonInteractiveAt(), calendar));
    return facts;
  }

  private static Fact fact(String name, @Nullable Instant at, Calendar calendar) {
    return new Fact(name, calendar.sinceOrNull(at), "not on record");
  }

  private static Given given(
      AnswerRow own, Consequences consequences, @Nullable Instant until, Calendar calendar) {
    LocalDate day = own.keepUntil();
    return new Given(
        consequences.word(own.choice(), Words.choice(own.choice())),
        day == null ? null : calendar.day(day),
        own.reason(),
        own.refersTo(),
        calendar.moment(own.answeredAt()),
        own.state().equals("APPLIED"),
        calendar.momentOrNull(until));
  }
}
