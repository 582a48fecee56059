package io.gatehouse.starter.page.sponsor;

import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Silence;
import io.gatehouse.sponsor.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from each answer to a question, and from none. */
record Consequences(Trigger trigger, Role role, Plan plan) {

  /** What follows. */
  record Consequence(String when, String what) {}

  /**
   * One answer that can be chosen.
   *
   * @param value as the form sends it
   */
  record Option(String value, String word, String meaning) {}

  /** What is chosen between; the last in the chain cannot pass the question on. */
  List<Option> options(boolean passOn) {
    var options = new ArrayList<Option>();
    options.add(
        new Option(
            "keep",
            "Keep",
            exception()
                ? "The exception is needed for longer."
                : "I vouch for this guest for a while longer."));
    options.add(
        new Option(
            "remove",
            word("REMOVE", "Remove"),
            exception()
                ? "The exception is not needed any longer. The account stays as it is."
                : "The account is not needed any more."));
    if (passOn) {
      options.add(new Option("not-mine", "Not mine", "Somebody else has to decide."));
    }
    return options;
  }

  /** The word for a choice: where only an exception ends, nothing is removed. */
  String word(String choice, String otherwise) {
    return exception() && choice.equals("REMOVE") ? "Let it end" : otherwise;
  }

  /**
   * All of them in order.
   *
   * @param answerBy the day in words, null while nobody knows
   */
  List<Consequence> of(@Nullable String answerBy) {
    var list = new ArrayList<Consequence>();
    list.add(new Consequence("Keep", keep()));
    list.add(new Consequence(word("REMOVE", "Remove"), remove()));
    if (role != Role.STEWARD) {
      list.add(new Consequence("Not mine", "We ask somebody else; you hear no more about it."));
    }
    list.add(
        new Consequence(answerBy == null ? "No answer" : "No answer by " + answerBy, silence()));
    return list;
  }

  private String keep() {
    return switch (trigger) {
      case INACTIVE, NEVER_SIGNED_IN, INVITATION_NOT_REDEEMED ->
          "Nothing changes for the guest. After the day you name, we ask again if the account is still unused.";
      case SPONSOR_MISSING ->
          "Nothing changes for the guest. Have a sponsor entered in the directory: otherwise we ask again after the day you name.";
      case ATTESTATION_DUE ->
          "Nothing changes for the guest. After the day you name, we ask again.";
      case EXCLUSION_ENDS ->
          "The guest is left alone until the day you name, also when the exception of the policy ends before.";
    };
  }

  private String remove() {
    if (exception()) {
      return "For %s you can change this. The exception ends on its day, and after that we ask about the guest as about any other; no account is changed by this answer."
          .formatted(days(plan.changeWithin()));
    }
    return "For %s you can change this. Then the guest is told, %s later the account is disabled, %s after that it is deleted; for %s more an administrator can bring it back."
        .formatted(
            days(plan.changeWithin()),
            days(plan.notice()),
            days(plan.grace()),
            days(plan.restoreWindow()));
  }

  private String silence() {
    boolean last = role == Role.STEWARD;
    if (exception()) {
      return last
          ? "The exception ends on its day; no account is changed by that."
          : "We ask the steward. Unless somebody keeps it, the exception ends on its day.";
    }
    if (last) {
      return "An administrator is asked to look.";
    }
    return plan.onSilence() == Silence.REMOVE && trigger.mayEndInSilence()
        ? "We ask the next person who may know. When nobody of them answers, the account is removed as described above, unless the guest may use a group's mail without signing in."
        : "We ask somebody else.";
  }

  private boolean exception() {
    return trigger == Trigger.EXCLUSION_ENDS;
  }

  private static String days(Duration duration) {
    long days = Math.max(1, duration.toDays());
    return days == 1 ? "1 day" : days + " days";
  }
}
