package io.gatehouse.rehearsal;

import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.watch.LifecycleWatchWorkflow;
import io.gatehouse.watch.WatchReport;
import io.gatehouse.watch.WatchRequest;
import io.gatehouse.watch.WatchedBatch;
import java.time.Duration;

/** An hour of the watch. */
public final class WatchScene extends TownScene {
  public WatchScene() {
    super(Wire.converter());
  }

  public void next(WatchedBatch batch) {
    town().watch().next(batch);
  }

  public void fails(FailureType type, String sentence) {
    town().script().fail("watch", type, sentence);
  }

  public void runs() {
    town()
        .start(
            LifecycleWatchWorkflow.class,
            WorkflowIds.watch("contoso"),
            new WatchRequest("contoso"));
    town().sleep(Duration.ofHours(1));
  }

  public WatchReport report() {
    return town().stub(WorkflowIds.watch("contoso")).getResult(WatchReport.class);
  }
}
