package io.gatehouse.sponsor;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next asking of an opening: who is asked is up to the chain.
 *
 * @param round counts the askings of an opening, from 1
 * @param passedOver object ids of those who said "not mine", were silent or cannot be reached
 * @param named object id of the person an operator named, null for the next in the chain
 * @param answerWithin counted from the delivered mail
 * @param remindAfter counted from the delivered mail, ascending
 */
public record NextAsking(
    LifecycleRef ref,
    Trigger trigger,
    int round,
    List<String> passedOver,
    @Nullable String named,
    Duration answerWithin,
    List<Duration> remindAfter) {
  public NextAsking {
    passedOver = List.copyOf(passedOver);
    remindAfter = List.copyOf(remindAfter);
  }

  public Question question(String sponsorId, Role role) {
    return new Question(ref, trigger, round, sponsorId, role, answerWithin, remindAfter);
  }
}
