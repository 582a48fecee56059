package io.gatehouse.worker.host;

import static java.util.Objects.requireNonNull;

import io.gatehouse.config.Settings;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.store.Store;
import io.gatehouse.store.database.Database;
import io.gatehouse.temporal.Implementations;
import io.gatehouse.worker.actor.SenderProver;
import io.gatehouse.worker.guest.GuestLooker;
import io.gatehouse.worker.guest.LifecycleOpener;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.guest.ScanReader;
import io.gatehouse.worker.guest.ScanRecorder;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.mail.Postman;
import io.gatehouse.worker.mail.Smtp;
import io.gatehouse.worker.observe.OutcomeCounter;
import io.gatehouse.worker.safety.EffectPerformer;
import io.gatehouse.worker.safety.HoldingsComparer;
import io.gatehouse.worker.safety.SlotReserver;
import io.gatehouse.worker.sponsor.Asker;
import io.gatehouse.worker.watch.LifecycleWatch;
import io.temporal.client.WorkflowClient;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The workers of one process, each on its queue. Wired by hand: this is all there is. */
public final class WorkerHost implements AutoCloseable {
  /** Longer than the longest attempt of an activity. */
  private static final long DRAIN_SECONDS = 40;

  private final Settings settings;
  private final House house;
  private final Directories directories;
  private final WorkerFactory factory;

  private WorkerHost(
      Settings settings, House house, Directories directories, WorkerFactory factory) {
    this.settings = settings;
    this.house = house;
    this.directories = directories;
    this.factory = factory;
  }

  /**
   * Starts to work on everything that the settings allow: without an acting side, looks and changes
   * are left to others.
   *
   * @param settings with the parts MAIL, GRAPH and PAGES
   */
  public static WorkerHost start(
      Settings settings, Clock clock, WorkflowClient temporal, Database database) {
    boolean acts = settings.graph().acting() != null;
    return start(
        settings,
        clock,
        temporal,
        database,
        Directories.of(settings.graph(), clock),
        acts ? EnumSet.allOf(Queue.class) : EnumSet.of(Queue.CORE, Queue.GRAPH_READ, Queue.MAIL),
        List.of());
  }

  /**
   * Starts to work on some queues.
   *
   * @param directories in use already, maybe: one budget for one registration
   * @param watching stands around workflows and activities, the last one outermost
   */
  static WorkerHost start(
      Settings settings,
      Clock clock,
      WorkflowClient temporal,
      Database database,
      Directories directories,
      Set<Queue> queues,
      List<WorkerInterceptor> watching) {
    var house =
        new House(
            settings.tenant(),
            new Store(database, settings.tenant()),
            clock,
            settings.pages().baseUrl());
    WorkerFactory factory =
        WorkerFactory.newInstance(
            temporal,
            WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .setWorkerInterceptors(interceptors(watching))
                .build());
    var host = new WorkerHost(settings, house, directories, factory);
    queues.forEach(queue -> host.listen(queue, temporal));
    factory.start();
    return host;
  }

  private static WorkerInterceptor[] interceptors(List<WorkerInterceptor> watching) {
    return Stream.concat(Stream.of(new Patience(), new OutcomeCounter()), watching.stream())
        .toArray(WorkerInterceptor[]::new);
  }

  private void listen(Queue queue, WorkflowClient temporal) {
    var options =
        WorkerOptions.newBuilder().setMaxTaskQueueActivitiesPerSecond(queue.perSecond(settings));
    var worker = factory.newWorker(queue.taskQueue(), Versioning.of(settings).on(options).build());
    if (queue == Queue.CORE) {
      worker.registerWorkflowImplementationTypes(Implementations.all());
    }
    worker.registerActivitiesImplementations(activities(queue, temporal));
  }

  private Object[] activities(Queue queue, WorkflowClient temporal) {
    return switch (queue) {
      case CORE ->
          new Object[] {
            new ScanRecorder(house, temporal),
            new LifecycleRecorder(house),
            new SlotReserver(house),
            new SenderProver(house),
            new LifecycleWatch(house, temporal)
          };
      case GRAPH_READ -> {
        DirectoryReader reader = requireNonNull(directories.reader(), "the part GRAPH");
        yield new Object[] {
          new ScanReader(house, reader, new LifecycleOpener(house, reader, temporal)),
          new Asker(house, reader, temporal)
        };
      }
      case GRAPH_LOOK ->
          new Object[] {new GuestLooker(house, looker()), new HoldingsComparer(house, looker())};
      case GRAPH_WRITE ->
          new Object[] {
            new EffectPerformer(
                house, looker(), requireNonNull(directories.writer(), "the part WRITER"))
          };
      case MAIL -> {
        var smtp = new Smtp(settings.mail(), house.clock());
        yield new Object[] {new Postman(house, smtp, settings.pages().baseUrl(), domain(settings))};
      }
    };
  }

  private DirectoryReader looker() {
    return requireNonNull(directories.looker(), "the part LOOKER");
  }

  /** Message ids carry the domain of our own mailbox. */
  private static String domain(Settings settings) {
    String from = settings.mail().from();
    return from.substring(from.indexOf('@') + 1);
  }

  /** Whether it still takes up work. */
  boolean works() {
    return factory.isStarted() && !factory.isShutdown();
  }

  /**
   * Takes up nothing more and lets running attempts finish.
   *
   * @return false when some were still running at the end of the longest attempt
   */
  boolean drain() {
    factory.shutdown();
    factory.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS);
    return factory.isTerminated();
  }

  @Override
  public void close() {
    drain();
  }
}
