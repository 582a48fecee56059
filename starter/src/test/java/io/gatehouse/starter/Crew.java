package io.gatehouse.starter;

import io.gatehouse.guest.GuestLifecycleWorkflowImpl;
import io.gatehouse.store.Store;
import io.gatehouse.temporal.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.concurrent.TimeUnit;

/** Workers on a server of their own choice, in which Bob answers for everybody. */
final class Crew implements AutoCloseable {
  private final WorkerFactory workers;

  private Crew(WorkerFactory workers) {
    this.workers = workers;
  }

  static Crew on(WorkflowClient client, Store store) {
    return on(client, store, WorkerFactoryOptions.getDefaultInstance());
  }

  static Crew on(WorkflowClient client, Store store, WorkerFactoryOptions options) {
    WorkerFactory workers = WorkerFactory.newInstance(client, options);
    join(workers, store);
    workers.start();
    return new Crew(workers);
  }

  /** Before they start. */
  static void join(WorkerFactory workers, Store store) {
    var core = workers.newWorker(TaskQueues.CORE);
    core.registerWorkflowImplementationTypes(GuestLifecycleWorkflowImpl.class);
    core.registerActivitiesImplementations(new QuietActivities.Core(store));
    var directory = new QuietActivities.Directory(store);
    workers.newWorker(TaskQueues.GRAPH_READ).registerActivitiesImplementations(directory);
    workers.newWorker(TaskQueues.GRAPH_LOOK).registerActivitiesImplementations(directory);
  }

  @Override
  public void close() {
    workers.shutdown();
    workers.awaitTermination(30, TimeUnit.SECONDS);
  }
}
