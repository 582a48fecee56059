package io.gatehouse.demo.dev;

import io.temporal.common.SimplePlugin;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets workflows live in the house's time while Temporal lives in the wall's: what they read as now
 * is scaled up, the timers they set are scaled down. Their code does not know. Replays see the same
 * as long as the pace stays, so it is fixed for the life of a dev server.
 */
final class PacedWorkflows extends WorkerInterceptorBase {
  private final Pace pace;

  private PacedWorkflows(Pace pace) {
    this.pace = pace;
  }

  /** For a client whose workers run at the pace. */
  static SimplePlugin plugin(Pace pace) {
    return new Plugin(pace);
  }

  @Override
  public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
    return new WorkflowInboundCallsInterceptorBase(next) {
      @Override
      public void init(WorkflowOutboundCallsInterceptor outbound) {
        super.init(new PacedCalls(outbound, pace));
      }
    };
  }

  private static final class Plugin extends SimplePlugin {
    private final Pace pace;

    Plugin(Pace pace) {
      super(
          SimplePlugin.newBuilder("io.gatehouse.pace")
              .addWorkerInterceptors(new PacedWorkflows(pace)));
      this.pace = pace;
    }

    /** Temporal counts by the wall, where a minute may be two days of the house. */
    @Override
    public void configureWorker(String taskQueue, WorkerOptions.Builder options) {
      super.configureWorker(taskQueue, options);
      double perSecond = options.build().getMaxTaskQueueActivitiesPerSecond();
      options.setMaxTaskQueueActivitiesPerSecond(perSecond * pace.factor());
    }
  }

  /** Sleep and timed await are not scaled: our workflows may not use them (DeterminismRules). */
  private static final class PacedCalls extends WorkflowOutboundCallsInterceptorBase {
    private final Pace pace;

    PacedCalls(WorkflowOutboundCallsInterceptor next, Pace pace) {
      super(next);
      this.pace = pace;
    }

    @Override
    public long currentTimeMillis() {
      return pace.house(Instant.ofEpochMilli(super.currentTimeMillis())).toEpochMilli();
    }

    @Override
    public Promise<Void> newTimer(Duration delay) {
      return super.newTimer(pace.wall(delay));
    }

    @Override
    public Promise<Void> newTimer(Duration delay, TimerOptions options) {
      return super.newTimer(pace.wall(delay), options);
    }
  }
}
