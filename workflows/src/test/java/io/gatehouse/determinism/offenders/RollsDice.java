package io.gatehouse.determinism.offenders;

import java.util.random.RandomGenerator;

/** Rolls other numbers in a replay. */
public final class RollsDice {
  public int roll() {
    return RandomGenerator.getDefault().nextInt(6);
  }
}
