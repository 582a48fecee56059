package io.gatehouse.determinism.offenders;

/** Leaves the workflow's own scheduling. */
public final class StartsAThread {
  public Thread start() {
    return Thread.ofVirtual().start(() -> {});
  }
}
