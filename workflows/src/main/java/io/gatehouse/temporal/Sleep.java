package io.gatehouse.temporal;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A wait that something else can end. Not {@code Workflow.await(duration, condition)}: in SDK 1.39
 * that leaves its timer behind when the condition wins, and cannot carry a summary.
 */
public final class Sleep {
  private Sleep() {}

  /** Returns at the instant, or as soon as the condition holds, whichever comes first. */
  public static void until(Instant wake, String summary, Supplier<Boolean> early) {
    Duration wait = Duration.between(Instant.ofEpochMilli(Workflow.currentTimeMillis()), wake);
    if (!wait.isPositive()) {
      return;
    }
    CompletablePromise<Void> fired = Workflow.newPromise();
    CancellationScope timer =
        Workflow.newCancellationScope(() ->
            fired.completeFrom(
                Workflow.newTimer(wait, TimerOptions.newBuilder().setSummary(summary).build())
                    // Nobody reads the promise of a cancelled timer; unread it logs a warning.
                    .exceptionally(_ -> null)));
    timer.run();
    Workflow.await(() -> early.get() || fired.isCompleted());
    if (!fired.isCompleted()) {
      timer.cancel("no longer needed");
    }
  }
}
