package io.gatehouse.demo;

import io.gatehouse.policy.Mode;
import java.util.Arrays;
import java.util.Optional;

/** A part of the demo that has a policy of its own. */
public enum Phase {
  /** The first week only looks. */
  OBSERVING(0, Mode.OBSERVE, false),
  ENFORCING(7, Mode.ENFORCE, false),
  /** The lawyers stop one deletion for three weeks. */
  LITIGATION(40, Mode.ENFORCE, true),
  LITIGATION_OVER(61, Mode.ENFORCE, false),
  /** An audit of the process: for two weeks nothing is taken away. */
  NOTIFYING(100, Mode.NOTIFY, false),
  ENFORCING_AGAIN(116, Mode.ENFORCE, false);

  private final int firstDay;
  private final Mode mode;
  private final boolean litigation;

  Phase(int firstDay, Mode mode, boolean litigation) {
    this.firstDay = firstDay;
    this.mode = mode;
    this.litigation = litigation;
  }

  static Optional<Phase> beginningOn(int day) {
    return Arrays.stream(values()).filter(phase -> phase.firstDay == day).findFirst();
  }

  int firstDay() {
    return firstDay;
  }

  Mode mode() {
    return mode;
  }

  boolean litigation() {
    return litigation;
  }
}
