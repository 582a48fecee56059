package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.tenant.Colleague;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Share;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/**
 * What a person does with a question.
 *
 * @param scanned a mail scanner opens and posts every link the moment a mail arrives
 * @param reactions what the person does later, each time with the same link; none for the silent
 */
record Habit(boolean scanned, List<Reaction> reactions) {
  private static final Answer KEEP = keep("We still work together every week.");
  private static final Answer REMOVE = remove("They do not work with us any more.");

  /** One answer, so long after the mail was seen. */
  record Reaction(Duration after, Answer answer) {}

  static Habit of(Employee person) {
    return switch (person) {
      case ANNA -> answers(new Reaction(Duration.ofHours(5), keep("The joint audit runs on.")));
      case BORIS -> answers(new Reaction(Duration.ofDays(2), remove("The project has ended.")));
      case DAVID ->
          answers(
              new Reaction(Duration.ofDays(1), remove("I do not know this person.")),
              new Reaction(Duration.ofDays(2), keep("My mistake, we still need them.")));
      case EMMA ->
          new Habit(
              true, List.of(new Reaction(Duration.ofDays(1), remove("No longer a partner."))));
      case GRACE -> answers(new Reaction(Duration.ofDays(1), remove("Nobody vouches for them.")));
      case HENRY -> answers(new Reaction(Duration.ofDays(1), keep("I invited them myself.")));
      case JUDITH ->
          answers(
              new Reaction(
                  Duration.ofDays(1),
                  new Answer.NotMine("I moved to another team.", Employee.ANNA.mail())));
      case KURT -> answers(new Reaction(Duration.ofHours(2), keep("Of course I am needed.")));
      case CHIARA, FRANK, IVAN -> answers();
    };
  }

  /**
   * The habit of a generated colleague. Of a hundred, 50 keep within hours, 20 remove after one to
   * three days, 12 are silent, 8 name somebody else, 5 change their mind, 5 have a mail scanner.
   */
  static Habit of(Colleague colleague) {
    int place = Share.place(colleague.number());
    if (place < 50) {
      return answers(new Reaction(Duration.ofHours(2 + place % 8), KEEP));
    }
    if (place < 70) {
      return answers(new Reaction(Duration.ofDays(1 + place % 3), REMOVE));
    }
    if (place < 82) {
      return answers();
    }
    if (place < 90) {
      return answers(
          new Reaction(
              Duration.ofDays(1),
              new Answer.NotMine("I have never met them.", Employee.BORIS.mail())));
    }
    if (place < 95) {
      return answers(
          new Reaction(Duration.ofDays(1), REMOVE), new Reaction(Duration.ofDays(2), KEEP));
    }
    return new Habit(true, List.of(new Reaction(Duration.ofHours(30), KEEP)));
  }

  Manner manner() {
    if (scanned) {
      return Manner.HAS_SCANNER;
    }
    if (reactions.size() > 1) {
      return Manner.CHANGES_MIND;
    }
    return reactions.isEmpty()
        ? Manner.SAYS_NOTHING
        : switch (reactions.getFirst().answer()) {
          case Answer.Keep _ -> Manner.KEEPS;
          case Answer.Remove _ -> Manner.REMOVES;
          case Answer.NotMine _ -> Manner.NAMES_SOMEBODY_ELSE;
        };
  }

  private static Habit answers(Reaction... reactions) {
    return new Habit(false, List.of(reactions));
  }

  private static Answer keep(String reason) {
    return new Answer.Keep(reason, Period.ofMonths(5));
  }

  private static Answer remove(String reason) {
    return new Answer.Remove(reason);
  }
}
