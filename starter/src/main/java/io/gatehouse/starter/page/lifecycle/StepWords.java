package io.gatehouse.starter.page.lifecycle;

import io.gatehouse.starter.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The ledger's kinds and fields in words. A kind that is new here is shown by its own name. */
final class StepWords {
  /** Said by the title already, or by what stands beside it. */
  private static final Set<String> SAID =
      Set.of(
          "kind",
          "key",
          "at",
          "subject",
          "answer",
          "opening",
          "voice",
          "choice",
          "effect",
          "mail",
          "until",
          "outcome",
          "how",
          "ordinal",
          "update",
          "digest",
          "action",
          "role",
          "keyId",
          "nonce",
          "expires",
          "signature",
          "proved");

  private StepWords() {}

  static String title(String kind, Map<String, String> fields) {
    String effect = effect(fields.getOrDefault("effect", ""));
    return switch (kind) {
      case "lifecycle.opened" -> "Lifecycle opened";
      case "lifecycle.parked" -> "Stopped: an operator has to look";
      case "lifecycle.stuck" -> "Cannot go on in Temporal";
      case "lifecycle.unstuck" -> "Goes on again";
      case "lifecycle.ended" ->
          "Ended in Temporal by force: " + spoken("how", fields.getOrDefault("how", ""));
      case "lifecycle.closed" -> "Closed: " + Words.outcome(fields.get("outcome"));
      case "question.asked" -> "Question put to the " + Words.role(fields.getOrDefault("role", ""));
      case "mail.delivered" -> "Mail delivered: " + mail(fields.getOrDefault("mail", ""));
      case "mail.undeliverable" ->
          "Mail cannot be delivered: " + mail(fields.getOrDefault("mail", ""));
      case "answer.recorded" -> said(fields);
      case "answer.applied" -> "The lifecycle took it";
      case "answer.refused" -> "The lifecycle refused it";
      case "sender.proved" ->
          "Proved who sent it: " + fields.getOrDefault("role", "").toLowerCase(Locale.ROOT);
      case "sender.unproved" -> "Sender not proved: " + fields.getOrDefault("action", "");
      case "effect.intended" -> "About to " + effect;
      case "effect.proved" -> "Proved by reading again: " + effect;
      case "effect.refused" -> "Did not " + effect;
      case "effect.lapsed" -> "Refused by the directory: " + effect;
      case "holdings.compared" -> "Compared with what the guest held before";
      default -> kind;
    };
  }

  private static String said(Map<String, String> fields) {
    String who = "OPERATOR".equals(fields.get("voice")) ? "Operator: " : "Answer: ";
    return who + Words.choice(fields.getOrDefault("choice", ""));
  }

  private static boolean lost(Map<String, String> fields) {
    return !fields.getOrDefault("missing", "0").equals("0");
  }

  static String tone(String kind, Map<String, String> fields) {
    return switch (kind) {
      case "answer.recorded", "answer.applied", "question.asked" -> "said";
      case "effect.intended" -> "act";
      case "lifecycle.closed" -> "proof";
      case "effect.proved", "holdings.compared" -> lost(fields) ? "stop" : "proof";
      case "lifecycle.parked",
          "lifecycle.stuck",
          "lifecycle.ended",
          "mail.undeliverable",
          "answer.refused",
          "sender.unproved",
          "effect.refused",
          "effect.lapsed" ->
          "stop";
      default -> "plain";
    };
  }

  static List<Step.Detail> details(String kind, Map<String, String> fields) {
    var details = new ArrayList<Step.Detail>();
    fields.forEach((name, value) -> {
      boolean says =
          switch (name) {
            case "missing" -> lost(fields);
            case "holdings" -> kind.equals("effect.intended");
            default -> !SAID.contains(name) && !value.isBlank() && !value.equals("none");
          };
      if (says && !kind.equals("question.asked")) {
        details.add(new Step.Detail(words(name), spoken(name, value)));
      }
    });
    return details;
  }

  private static String effect(String name) {
    return switch (name) {
      case "DISABLE" -> "disable the account";
      case "SOFT_DELETE" -> "delete the account softly";
      case "RESTORE" -> "restore the account";
      case "ENABLE" -> "enable the account again";
      default -> "act";
    };
  }

  private static String mail(String kind) {
    return switch (kind) {
      case "QUESTION" -> "the question";
      case "REMINDER" -> "a reminder";
      case "GUEST_BEFORE_DISABLE" -> "notice to the guest";
      case "GUEST_DISABLED" -> "the guest is told of the disabled account";
      default -> kind.toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  /** {@code SOFT_DELETE} becomes "soft delete"; all else stays as it is. */
  private static String spoken(String name, String value) {
    if (name.equals("trigger")) {
      return Words.trigger(value);
    }
    return value.matches("[A-Z]+(_[A-Z]+)*")
        ? value.toLowerCase(Locale.ROOT).replace('_', ' ')
        : value;
  }

  /** {@code requestId} becomes "request id". */
  private static String words(String field) {
    return switch (field) {
      case "missing" -> "did not come back";
      case "holdings" -> "memberships, roles and sponsors noted";
      default -> plain(field);
    };
  }

  private static String plain(String field) {
    return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
