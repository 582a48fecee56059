package io.gatehouse.starter.answer;

import static java.util.Objects.requireNonNull;

import io.gatehouse.starter.TestHouse;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others see of an answer and its lifecycle, comparable with those of another guest. Each
 * guest has days of their own, so what moves is told by how far.
 *
 * @param next how far the next date moved; in a new stage, where the lifecycle says it, to the hour
 * @param moreTime how far the day moved by which the person asked answers
 */
record SeenAnswer(
    @Nullable String state,
    List<String> ledger,
    String stage,
    String waitingFor,
    Object next,
    @Nullable Instant holdUntil,
    Duration moreTime,
    boolean settled) {

  /**
   * Over a connection that nobody cuts.
   *
   * @param before the lifecycle when nothing was said
   */
  static SeenAnswer of(TestHouse house, LifecycleRow before, UUID answerId) {
    UUID openingId = before.openingId();
    LifecycleRow now = house.store.lifecycles().find(openingId).orElseThrow();
    QuestionRow question = house.store.questions().find(openingId, 1).orElseThrow();
    return new SeenAnswer(
        house.store.answers().find(answerId).map(AnswerRow::state).orElse(null),
        house.store.ledger().of(openingId).stream().map(EntryRow::kind).toList(),
        now.stage(),
        now.waitingFor(),
        next(before, now),
        now.holdUntil(),
        moved(before.nextAt(), question.answerBy()),
        question.settledAt() != null);
  }

  private static Object next(LifecycleRow before, LifecycleRow now) {
    Instant next = now.nextAt();
    if (next == null) {
      return "nothing";
    }
    return now.stage().equals(before.stage())
        ? moved(before.nextAt(), next)
        : next.truncatedTo(ChronoUnit.HOURS);
  }

  private static Duration moved(@Nullable Instant from, @Nullable Instant to) {
    return Duration.between(requireNonNull(from), requireNonNull(to));
  }
}
