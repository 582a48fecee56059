package io.gatehouse.sponsor;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import java.time.Duration;
import java.util.List;

/**
 * One asking of one person about one guest.
 *
 * @param round counts the askings of an opening, from 1
 * @param answerWithin counted from the delivered mail
 * @param remindAfter counted from the delivered mail, ascending
 */
public record Question(
    LifecycleRef ref,
    Trigger trigger,
    int round,
    String sponsorId,
    Role role,
    Duration answerWithin,
    List<Duration> remindAfter) {
  public Question {
    remindAfter = List.copyOf(remindAfter);
  }
}
