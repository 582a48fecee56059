package io.gatehouse.starter.page.sponsor;

import io.gatehouse.guest.Stage;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.AnswerRow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person who is asked may say something now. Decided from what was recorded, purely.
 */
sealed interface Turn {

  /**
   * May answer, or give a different answer.
   *
   * @param passOn whether "not mine" is still a choice
   * @param until the earliest moment at which this ends, null while nobody knows
   */
  record MaySpeak(boolean passOn, @Nullable Instant until) implements Turn {}

  /** Has answered, and the time to change that is over. */
  record Settled() implements Turn {}

  /** Said "not mine": somebody else is asked. */
  record PassedOn() implements Turn {}

  /** Somebody else has decided. */
  record DecidedByOthers() implements Turn {}

  /** The lifecycle has ended. */
  record Over() implements Turn {}

  static Turn of(Asked asked, Instant now) {
    if (!asked.lifecycle().isOpen()) {
      return new Over();
    }
    Optional<AnswerRow> own = asked.own();
    if (own.isPresent() && own.get().choice().equals("NOT_MINE")) {
      return new PassedOn();
    }
    Optional<AnswerRow> decision = asked.decision();
    if (decision.isPresent() && !asked.isOwn(decision.get())) {
      return new DecidedByOthers();
    }
    if (asked.disabled()) {
      return new Settled();
    }
    return own.isEmpty() ? new MaySpeak(passOn(asked), null) : change(asked, own.get(), now);
  }

  /** A keep ends the lifecycle when the time to change it is over; a remove acts much later. */
  private static Turn change(Asked asked, AnswerRow own, Instant now) {
    Optional<Instant> end =
        asked.answers().stream()
            .filter(asked::isOwn)
            .flatMap(answer -> Optional.ofNullable(answer.settledAt()).stream())
            .findFirst()
            .map(applied -> applied.plus(asked.plan().changeWithin()));
    if (own.choice().equals("REMOVE")) {
      Instant planned = asked.lifecycle().disablePlannedAt();
      return new MaySpeak(
          passOn(asked),
          planned == null || (end.isPresent() && planned.isBefore(end.get()))
              ? end.orElse(null)
              : planned);
    }
    return end.isEmpty() || now.isBefore(end.get())
        ? new MaySpeak(passOn(asked), end.orElse(null))
        : new Settled();
  }

  /** As the lifecycle would judge it: the last in the chain cannot pass a question on. */
  private static boolean passOn(Asked asked) {
    return !asked.question().role().equals(Role.STEWARD.name())
        && asked.isCurrentRound()
        && !asked.lifecycle().stage().equals(Stage.NOTICE.name())
        && !asked.lifecycle().stage().equals(Stage.RESERVED.name());
  }
}
