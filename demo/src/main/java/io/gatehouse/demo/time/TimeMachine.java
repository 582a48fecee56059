package io.gatehouse.demo.time;

import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.starter.answer.AnswerDelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Moves the demo through time: to the next event, at most a day, then lets everybody who is due act
 * and everything under way finish.
 */
public final class TimeMachine {
  /** Passes at once when nothing is under way, and only then: so it tells that all is done. */
  private static final Duration BARRIER = Duration.ofMinutes(1);

  private static final Duration LONGEST_STEP = Duration.ofDays(1);

  private final TemporalInside temporal;
  private final Clock clock;
  private final Sandbox sandbox;
  private final AnswerDelivery answers;

  public TimeMachine(TemporalInside temporal, Sandbox sandbox, AnswerDelivery answers) {
    this.temporal = temporal;
    this.clock = temporal.clock();
    this.sandbox = sandbox;
    this.answers = answers;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Goes on until the instant. */
  public void travelTo(Instant end) {
    settle();
    while (now().isBefore(end)) {
      Instant now = now();
      Instant next =
          Stream.concat(
                  Stream.of(end, now.plus(LONGEST_STEP)),
                  sandbox.nextDue().filter(due -> due.isAfter(now)).stream())
              .min(Instant::compareTo)
              .orElseThrow();
      temporal.pass(Duration.between(now, next));
      settle();
    }
  }

  /** Lets everything that is due now happen, and everything that follows from it. */
  public void settle() {
    int happened;
    do {
      temporal.pass(BARRIER);
      happened = sandbox.act(now()) + answers.deliverPending();
    } while (happened > 0);
  }
}
