package io.gatehouse.determinism.offenders;

import java.util.concurrent.CompletableFuture;

/** Leaves the workflow's own scheduling. */
public final class RunsElsewhere {
  public CompletableFuture<Void> run() {
    return CompletableFuture.runAsync(() -> {});
  }
}
