package io.gatehouse.benchmark.lifecycle;

import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The workers of a contender, which can be away for a while as in an outage. */
final class Workers {
  private static final long PATIENCE_SECONDS = 30;

  private final Contender contender;
  private final int cached;
  private @Nullable WorkerFactory working;

  /**
   * @param cached how many workflows stay in memory
   */
  Workers(Contender contender, int cached) {
    this.contender = contender;
    this.cached = cached;
  }

  void begin() {
    var fresh =
        WorkerFactory.newInstance(
            contender.client(),
            WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .setWorkflowCacheSize(cached)
                .build());
    contender.register(fresh);
    fresh.start();
    working = fresh;
  }

  /** Nothing is in memory afterwards. */
  void stop() {
    if (working != null) {
      working.shutdown();
      working.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      working = null;
    }
  }
}
