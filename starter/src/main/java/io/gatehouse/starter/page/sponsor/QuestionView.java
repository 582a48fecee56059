package io.gatehouse.starter.page.sponsor;

import io.gatehouse.guest.Plan;
import io.gatehouse.policy.Silence;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.guest.GuestRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page behind a link, in words. */
record QuestionView(
    String guest,
    String why,
    @Nullable String mail,
    @Nullable String company,
    List<Fact> facts,
    String zone,
    boolean trial,
    @Nullable Given given,
    boolean maySpeak,
    boolean passOn,
    @Nullable String lastWord,
    List<Consequence> consequences,
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

  /** What follows from an answer, or from none. */
  record Consequence(String when, String what) {}

  static QuestionView of(
      Asked asked, GuestRow guest, Turn turn, Calendar calendar, AnswerForm.Limits limits) {
    Instant until = turn instanceof Turn.MaySpeak speak ? speak.until() : null;
    return new QuestionView(
        Words.name(guest),
        why(asked, guest, calendar),
        guest.mail(),
        guest.companyName(),
        facts(guest, calendar),
        calendar.zone().getId(),
        "NOTIFY".equals(asked.question().deliveredUnder()),
        asked.own().map(own -> given(own, until, calendar)).orElse(null),
        turn instanceof Turn.MaySpeak,
        turn instanceof Turn.MaySpeak speak && speak.passOn(),
        LastWord.of(asked, turn, calendar),
        consequences(asked, calendar),
        limits.today().plusDays(1).toString(),
        limits.lastDay().toString());
  }

  private static String why(Asked asked, GuestRow guest, Calendar calendar) {
    Instant last = guest.lastActivityAt();
    String unused =
        last == null
            ? "Nobody has signed in to this account for a long time."
            : "Nobody has signed in to this account since %s."
                .formatted(calendar.day(last).words());
    String you =
        switch (Role.valueOf(asked.question().role())) {
          case SPONSOR -> "the directory names you as the guest's sponsor";
          case MANAGER -> "the directory names you as the guest's manager";
          case STEWARD -> "nobody else could decide, and you are the steward for such guests";
        };
    return unused + " You are asked because " + you + ".";
  }

  private static List<Fact> facts(GuestRow guest, Calendar calendar) {
    return List.of(
        fact("Account created", guest.createdAt(), calendar),
        fact("Last successful sign-in", guest.lastSuccessfulAt(), calendar),
        fact("Last sign-in by the person", guest.lastInteractiveAt(), calendar),
        fact("Last sign-in by an app for the person", guest.lastNonInteractiveAt(), calendar));
  }

  private static Fact fact(String name, @Nullable Instant at, Calendar calendar) {
    return new Fact(name, calendar.dayOrNull(at), "not on record");
  }

  private static Given given(AnswerRow own, @Nullable Instant until, Calendar calendar) {
    LocalDate day = own.keepUntil();
    return new Given(
        Words.choice(own.choice()),
        day == null ? null : calendar.day(day),
        own.reason(),
        own.refersTo(),
        calendar.moment(own.answeredAt()),
        own.state().equals("APPLIED"),
        calendar.momentOrNull(until));
  }

  private static List<Consequence> consequences(Asked asked, Calendar calendar) {
    Plan plan = asked.plan();
    boolean steward = asked.question().role().equals(Role.STEWARD.name());
    var list = new ArrayList<Consequence>();
    list.add(
        new Consequence(
            "Keep",
            "Nothing changes for the guest. After the day you name, we ask again if the account is"
                + " still unused."));
    list.add(
        new Consequence(
            "Remove",
            "For %s you can change this. Then the guest is told, %s later the account is disabled, %s after that it is deleted; for %s more an administrator can bring it back."
                .formatted(
                    days(plan.changeWithin()),
                    days(plan.notice()),
                    days(plan.grace()),
                    days(plan.restoreWindow()))));
    if (!steward) {
      list.add(new Consequence("Not mine", "We ask somebody else; you hear no more about it."));
    }
    Instant answerBy = asked.question().answerBy();
    String silence =
        plan.onSilence() == Silence.REMOVE && !steward
            ? "The account is removed as described above."
            : steward ? "An administrator is asked to look." : "We ask somebody else.";
    list.add(
        new Consequence(
            answerBy == null ? "No answer" : "No answer by " + calendar.day(answerBy).words(),
            silence));
    return list;
  }

  private static String days(Duration duration) {
    long days = Math.max(1, duration.toDays());
    return days == 1 ? "1 day" : days + " days";
  }
}
