package io.gatehouse.rehearsal;

import io.gatehouse.temporal.FailureType;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.watch.LifecycleWatchWorkflow;
import io.gatehouse.watch.WatchReport;
import io.gatehouse.watch.WatchRequest;
import io.gatehouse.watch.WatchedBatch;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An hour of the watch. */
public final class WatchScene implements BeforeEachCallback, AfterEachCallback {
  private @Nullable Town town;

  @Override
  public void beforeEach(ExtensionContext context) {
    town = new Town();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    town().close(context.getExecutionException().isEmpty());
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

  public List<String> journal() {
    return town().journal();
  }

  public Town town() {
    return Objects.requireNonNull(town, "the test has not begun");
  }
}
