package io.gatehouse.worker.watch;

import io.gatehouse.guest.Stage;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.House;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at the desks behind lifecycles that wait for a question to be delivered: one whose desk was
 * ended in Temporal would wait for ever, because silence is only drawn from who got the question.
 *
 * @param starting how long a question may be on its way to its desk
 */
record Desks(House house, Eye eye, Duration starting) {

  /** Why the lifecycle cannot go on though it runs; empty when it can. */
  Optional<Sight> behind(LifecycleRow row) {
    if (!row.stage().equals(Stage.ASKED.name())) {
      return Optional.empty();
    }
    return house.store().questions().of(row.openingId()).stream()
        .filter(this::waits)
        .flatMap(question -> flaw(question).stream())
        .findFirst();
  }

  private boolean waits(QuestionRow question) {
    return !question.delivered()
        && question.undeliverable() == null
        && question.settledAt() == null
        && question.askedAt().isBefore(house.now().minus(starting));
  }

  private Optional<Sight> flaw(QuestionRow question) {
    return switch (eye.at(WorkflowIds.desk(house.tenant(), question.sponsorId()), null)) {
      case Sight.Ended _, Sight.Unknown _ ->
          Optional.of(
              new Sight.Stuck(
                  question.askedAt(),
                  "the desk that was to deliver its question ended in Temporal: reassign asks somebody anew"));
      case Sight.Stuck desk ->
          Optional.of(
              new Sight.Stuck(
                  desk.since(), "the desk that is to deliver its question: " + desk.why()));
      case Sight.Well _ -> Optional.empty();
    };
  }
}
