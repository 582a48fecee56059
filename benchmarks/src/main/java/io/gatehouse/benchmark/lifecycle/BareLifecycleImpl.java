package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.temporal.SearchAttributes;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** The same activities on the same queues, timers, upserts, signal and Update, and nothing else. */
public final class BareLifecycleImpl implements BareLifecycle {
  private final BareActivities core = stub(BareQueues.CORE);
  private final BareActivities read = stub(BareQueues.READ);
  private final BareActivities write = stub(BareQueues.WRITE);
  private final BareActivities mail = stub(BareQueues.MAIL);
  private final BareActivities local =
      Workflow.newLocalActivityStub(
          BareActivities.class,
          LocalActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(5)).build());

  private boolean heard;
  private boolean decided;

  @Override
  public String run(String id) {
    read.act(id);
    Workflow.await(() -> heard);
    awaitAnswer();
    tell("ANSWERED");
    Workflow.sleep(LifecycleProcess.PAUSE);
    mail.act(id);
    tell("NOTICE");
    Workflow.sleep(LifecycleProcess.PAUSE);
    core.act(id);
    write.act(id);
    Async.procedure(mail::act, id);
    tell("DISABLED");
    Workflow.sleep(LifecycleProcess.PAUSE);
    core.act(id);
    write.act(id);
    tell("DELETED");
    Workflow.sleep(LifecycleProcess.PAUSE);
    core.act(id);
    Workflow.await(Workflow::isEveryHandlerFinished);
    return "REMOVED";
  }

  private void awaitAnswer() {
    CompletablePromise<Void> fired = Workflow.newPromise();
    CancellationScope timer =
        Workflow.newCancellationScope(() ->
            fired.completeFrom(Workflow.newTimer(LifecycleProcess.LONG).exceptionally(_ -> null)));
    timer.run();
    Workflow.await(() -> decided || fired.isCompleted());
    timer.cancel();
  }

  private static void tell(String stage) {
    Workflow.upsertTypedSearchAttributes(
        SearchAttributes.STAGE.valueSet(stage),
        SearchAttributes.NEXT.valueSet(
            Instant.ofEpochMilli(Workflow.currentTimeMillis()).atOffset(ZoneOffset.UTC)));
  }

  @Override
  public void heard() {
    heard = true;
  }

  @Override
  public String decide(String choice) {
    core.act(choice);
    decided = true;
    return choice;
  }

  @Override
  public String decideLocally(String choice) {
    local.act(choice);
    decided = true;
    return choice;
  }

  private static BareActivities stub(String queue) {
    return Workflow.newActivityStub(
        BareActivities.class,
        ActivityOptions.newBuilder()
            .setTaskQueue(queue)
            .setStartToCloseTimeout(Duration.ofSeconds(30))
            .build());
  }
}
