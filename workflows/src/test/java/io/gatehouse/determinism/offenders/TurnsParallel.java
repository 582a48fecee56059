package io.gatehouse.determinism.offenders;

import java.util.List;

/** The same by another word. */
public final class TurnsParallel {
  public void askAll(List<Runnable> questions) {
    questions.stream().parallel().forEach(Runnable::run);
  }
}
