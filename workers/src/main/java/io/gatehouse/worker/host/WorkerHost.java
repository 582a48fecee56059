package io.gatehouse.worker.host;

import io.gatehouse.config.Settings;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.GuestLifecycleWorkflowImpl;
import io.gatehouse.guest.GuestScanWorkflowImpl;
import io.gatehouse.sponsor.SponsorDeskWorkflowImpl;
import io.gatehouse.store.Store;
import io.gatehouse.store.database.Database;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.worker.actor.SenderProver;
import io.gatehouse.worker.guest.GuestLooker;
import io.gatehouse.worker.guest.LifecycleOpener;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.guest.ScanReader;
import io.gatehouse.worker.guest.ScanRecorder;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.mail.Postman;
import io.gatehouse.worker.mail.Smtp;
import io.gatehouse.worker.safety.EffectPerformer;
import io.gatehouse.worker.safety.SlotReserver;
import io.gatehouse.worker.sponsor.Asker;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The workers of one process, each on its queue. Wired by hand: this is all there is. */
public final class WorkerHost implements AutoCloseable {
  /** Longer than the longest attempt of an activity. */
  private static final long DRAIN_SECONDS = 40;

  private final WorkerFactory factory;

  private WorkerHost(WorkerFactory factory) {
    this.factory = factory;
  }

  /**
   * Starts to work. A process without an acting side leaves looks and changes to others.
   *
   * @param settings with the parts MAIL, GRAPH and PAGES
   */
  public static WorkerHost start(
      Settings settings, Clock clock, WorkflowClient temporal, Database database) {
    return start(settings, clock, temporal, database, Directories.of(settings.graph(), clock));
  }

  /** The same with directories that were in use already: one budget for one registration. */
  static WorkerHost start(
      Settings settings,
      Clock clock,
      WorkflowClient temporal,
      Database database,
      Directories directories) {
    var house = new House(settings.tenant(), new Store(database, settings.tenant()), clock);
    DirectoryReader reader = directories.reader();
    var smtp = new Smtp(settings.mail(), clock);
    var postman = new Postman(house, smtp, settings.pages().baseUrl(), domain(settings));
    WorkerFactory factory =
        WorkerFactory.newInstance(
            temporal,
            WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
    var opener = new LifecycleOpener(house, reader, temporal);
    var core = factory.newWorker(TaskQueues.CORE);
    core.registerWorkflowImplementationTypes(
        GuestScanWorkflowImpl.class,
        GuestLifecycleWorkflowImpl.class,
        SponsorDeskWorkflowImpl.class);
    core.registerActivitiesImplementations(
        new ScanRecorder(house, temporal, opener),
        new LifecycleRecorder(house),
        new SlotReserver(house),
        new SenderProver(house));
    factory
        .newWorker(TaskQueues.GRAPH_READ)
        .registerActivitiesImplementations(
            new ScanReader(house, reader, opener), new Asker(house, reader, temporal));
    factory.newWorker(TaskQueues.MAIL).registerActivitiesImplementations(postman);
    Directories.Acting acting = directories.acting();
    if (acting != null) {
      factory
          .newWorker(TaskQueues.GRAPH_LOOK)
          .registerActivitiesImplementations(new GuestLooker(house, acting.looker()));
      factory
          .newWorker(TaskQueues.GRAPH_WRITE)
          .registerActivitiesImplementations(
              new EffectPerformer(house, acting.looker(), acting.writer()));
    }
    factory.start();
    return new WorkerHost(factory);
  }

  /** Message ids carry the domain of our own mailbox. */
  private static String domain(Settings settings) {
    String from = settings.mail().from();
    return from.substring(from.indexOf('@') + 1);
  }

  /** Lets running attempts finish, then stops. */
  @Override
  public void close() {
    factory.shutdown();
    factory.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
  }
}
