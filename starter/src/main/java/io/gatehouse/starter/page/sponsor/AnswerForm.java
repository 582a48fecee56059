package io.gatehouse.starter.page.sponsor;

import io.gatehouse.starter.answer.Act;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into the form, untouched, so that nothing is lost when something is wrong.
 *
 * @param choice keep, remove, not-mine, or empty
 * @param until a day as browsers send it, 2027-03-31
 */
record AnswerForm(String choice, String reason, String until, String who) {
  static final AnswerForm EMPTY = new AnswerForm("", "", "", "");

  private static final int LONGEST_REASON = 1000;
  private static final int LONGEST_NAME = 200;

  static AnswerForm of(Map<String, String> typed) {
    return new AnswerForm(
        typed.getOrDefault("choice", ""),
        typed.getOrDefault("reason", ""),
        typed.getOrDefault("until", ""),
        typed.getOrDefault("who", ""));
  }

  /**
   * What an answer has to fit into.
   *
   * @param today in the policy's zone
   * @param lastDay the latest day until which a guest can be kept
   */
  record Limits(LocalDate today, LocalDate lastDay, boolean passOn) {}

  /** The answer, or per field what is wrong with it. */
  sealed interface Checked {
    record Clear(Act.Decision act) implements Checked {}

    record Unclear(Map<String, String> problems) implements Checked {}
  }

  Checked check(Limits limits) {
    var problems = new LinkedHashMap<String, String>();
    boolean known =
        choice.equals("keep")
            || choice.equals("remove")
            || (choice.equals("not-mine") && limits.passOn());
    if (!known) {
      problems.put("choice", "Choose what should happen: nothing is chosen for you.");
    }
    if (choice.equals("keep")) {
      dayProblem(limits).ifPresent(sentence -> problems.put("until", sentence));
    }
    // A person can type why; whatever follows every link in a mail does not.
    if (reason.isBlank()) {
      problems.put("reason", "Write a few words why.");
    } else if (reason.strip().length() > LONGEST_REASON) {
      problems.put("reason", "Make it shorter, at most %d characters.".formatted(LONGEST_REASON));
    }
    if (who.strip().length() > LONGEST_NAME) {
      problems.put("who", "Make it shorter, at most %d characters.".formatted(LONGEST_NAME));
    }
    return problems.isEmpty() ? new Checked.Clear(act()) : new Checked.Unclear(problems);
  }

  private Act.Decision act() {
    String why = reason.strip();
    return switch (choice) {
      case "keep" -> new Act.Keep(LocalDate.parse(until.strip()), why);
      case "remove" -> new Act.Remove(why);
      default -> new Act.NotMine(who.isBlank() ? null : who.strip(), why);
    };
  }

  private Optional<String> dayProblem(Limits limits) {
    if (until.isBlank()) {
      return Optional.of("Say until when you vouch for this guest.");
    }
    try {
      LocalDate day = LocalDate.parse(until.strip());
      if (!day.isAfter(limits.today())) {
        return Optional.of("Choose a day after today.");
      }
      return day.isAfter(limits.lastDay())
          ? Optional.of("Choose a day up to %s.".formatted(limits.lastDay()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("Write the day like %s.".formatted(limits.lastDay()));
    }
  }
}
