package io.gatehouse.starter.page.sponsor;

import io.gatehouse.guest.Outcome;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.lifecycle.LifecycleRow;
import org.jspecify.annotations.Nullable;

/** Why a question takes no more answers, in a sentence for the person who was asked. */
final class LastWord {
  private LastWord() {}

  static @Nullable String of(Asked asked, Turn turn, Calendar calendar) {
    return switch (turn) {
      case Turn.MaySpeak _ -> null;
      case Turn.PassedOn _ -> "You said that this guest is not yours: somebody else is asked now.";
      case Turn.DecidedByOthers _ ->
          "Somebody else who was asked has decided in the meantime: there is nothing left to do for"
              + " you.";
      case Turn.Settled _ ->
          asked.disabled()
              ? "The account is disabled. If the guest is needed after all, ask an administrator:"
                  + " it can still be given back."
              : "The time to change the answer is over, and it is being carried out.";
      case Turn.Over _ -> outcome(asked, calendar);
    };
  }

  private static String outcome(Asked asked, Calendar calendar) {
    LifecycleRow lifecycle = asked.lifecycle();
    String day =
        lifecycle.closedAt() == null ? "" : " on " + calendar.day(lifecycle.closedAt()).words();
    String closed = lifecycle.outcome();
    return switch (closed == null ? Outcome.STOOD_DOWN : Outcome.valueOf(closed)) {
      case KEPT -> "This was settled%s: the guest is kept.".formatted(day);
      case RESTORED -> "This was settled%s: the account was given back.".formatted(day);
      case REMOVED -> "This was settled%s: the account was removed.".formatted(day);
      case EXEMPT, STOOD_DOWN, GONE ->
          "This was settled%s%s: %s."
              .formatted(
                  day,
                  asked.decision().isPresent() ? "" : " without an answer being needed",
                  lifecycle.outcomeReason());
      case FAILED ->
          "This ended%s with the account disabled: an administrator decides what becomes of it."
              .formatted(day);
      case WOULD_REMOVE ->
          "This was settled%s: the account would be removed, but Gatehouse changes nothing yet."
              .formatted(day);
    };
  }
}
