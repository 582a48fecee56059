package io.gatehouse.worker.host;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Has one thing done, again and again until it is. */
@WorkflowInterface
public interface Wish {
  @WorkflowMethod
  void run();

  /** Something that changes the world. */
  @ActivityInterface
  interface Deed {
    void act();
  }

  /** Waits a second at most between two attempts. */
  final class Impl implements Wish {
    private final Deed deed =
        Workflow.newActivityStub(
            Deed.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(30))
                .setRetryOptions(
                    RetryOptions.newBuilder().setMaximumInterval(Duration.ofSeconds(1)).build())
                .build());

    @Override
    public void run() {
      deed.act();
    }
  }
}
