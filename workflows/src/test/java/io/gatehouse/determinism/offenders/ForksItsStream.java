package io.gatehouse.determinism.offenders;

import java.util.List;

/** Lets other threads ask in an order of theirs. */
public final class ForksItsStream {
  public void askAll(List<Runnable> questions) {
    questions.parallelStream().forEach(Runnable::run);
  }
}
