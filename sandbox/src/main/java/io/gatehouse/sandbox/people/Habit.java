package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.tenant.Employee;
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
      case CHIARA, FRANK -> answers();
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
