package io.gatehouse.sponsor;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Hands a question to the desk of the person it is for. */
@ActivityInterface
public interface DeskActivities {
  /** Records the question and wakes or starts the desk; asking again changes nothing. */
  @ActivityMethod
  void ask(Question question);
}
