package io.gatehouse.watch;

import io.gatehouse.temporal.Activities;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Round after round; the schedule starts the next hour. */
public final class LifecycleWatchWorkflowImpl implements LifecycleWatchWorkflow {
  /** With the pauses between them, just short of the hour after which the next run starts. */
  private static final int ROUNDS = 12;

  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final WatchActivities watch = Activities.watch("compare open lifecycles with Temporal");

  private int ended;
  private int stuck;
  private int missedRounds;

  @Override
  public WatchReport run(WatchRequest request) {
    for (int round = 1; round <= ROUNDS; round++) {
      look();
      if (round < ROUNDS) {
        Workflow.newTimer(
                PAUSE, TimerOptions.newBuilder().setSummary("until the next round").build())
            .get();
      }
    }
    return new WatchReport(ended, stuck, missedRounds);
  }

  /** A round that fails is made up for by the next. */
  private void look() {
    try {
      lookAtAll();
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) {
        throw failure;
      }
      missedRounds++;
    }
  }

  private void lookAtAll() {
    int cannotGoOn = 0;
    String cursor = null;
    do {
      WatchedBatch batch = watch.watch(cursor);
      ended += batch.ended();
      cannotGoOn += batch.stuck();
      cursor = batch.cursor();
    } while (cursor != null);
    stuck = cannotGoOn;
  }
}
