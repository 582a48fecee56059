package io.gatehouse.worker.host;

import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.RunningDemo;
import io.gatehouse.config.Settings;
import io.gatehouse.config.SettingsException;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.StopSignal;
import io.gatehouse.config.TemporalSettings;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Telemetry;
import io.gatehouse.observe.Traces;
import io.gatehouse.store.Store;
import io.gatehouse.store.database.Database;
import io.gatehouse.store.database.Migrations;
import io.gatehouse.store.database.StoreProblem;
import io.gatehouse.worker.mail.Smtp;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code ./gatehouse worker [--queues WORDS]}: checks everything it needs, then works until it is
 * stopped.
 */
public final class Worker {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String DRAINED = "Stopped: every attempt that was running is finished.";

  private static final String NOT_DRAINED =
      "Stopped, and some attempts were still running: they run again on another worker when their time is over, and each is safe to run again.";

  private static final String USAGE =
      "Usage: ./gatehouse worker [--queues WORDS], where WORDS are some of %s, with commas between. Without it: core, graph-read and mail, and the other two where their credentials are set."
          .formatted(Queue.words(EnumSet.allOf(Queue.class)));

  private Worker() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      run(System.getenv(), queues(arguments, System.getenv()));
    } catch (SettingsException | StartProblem | StoreProblem | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Set<Queue> queues(String[] arguments, Map<String, String> environment) {
    return switch (List.of(arguments)) {
      case List<String> none when none.isEmpty() -> Queue.usual(environment);
      case List<String> two when two.size() == 2 && two.getFirst().equals("--queues") ->
          Queue.asked(two.getLast(), environment);
      default -> throw new StartProblem(USAGE);
    };
  }

  private static void run(Map<String, String> environment, Set<Queue> queues)
      throws InterruptedException {
    if (!RunningDemo.orElse(environment).equals(environment)) {
      throw new StartProblem(
          "A demo is running, and it works by itself in a time of its own: set GATEHOUSE_DB_URL and the other variables to work for a tenant.");
    }
    Settings settings = Settings.of(environment, parts(queues));
    Telemetry telemetry = Telemetry.start(environment, "gatehouse-worker"); // first: it counts
    Clock clock = Clock.systemUTC();
    if (queues.contains(Queue.MAIL)) {
      probe(new Smtp(settings.mail(), clock));
    }
    Directories directories =
        queues.stream().anyMatch(Queue::asksGraph)
            ? StartChecks.probed(settings.graph(), clock)
            : new Directories(null, null, null);
    Encryption encryption = Encryption.of(settings.temporal(), clock);
    var stop = StopSignal.listen();
    DatabaseSettings db = settings.database();
    boolean drained;
    try (telemetry;
        var connection = new Connection(connect(settings.temporal(), telemetry));
        Database database = Database.open(db.url(), db.user(), db.password())) {
      database.requireDurable();
      Migrations.requireCurrent(database);
      new StartChecks(new Store(database, settings.tenant()), directories.reader()).run();
      WorkflowClient temporal =
          client(connection.service(), settings.temporal(), encryption, clock, telemetry.traces());
      var host =
          WorkerHost.start(
              settings,
              clock,
              temporal,
              database,
              directories,
              queues,
              telemetry.traces().ofWorker());
      var health =
          new WorkerHealth(settings, queues, clock, new Store(database, settings.tenant()));
      try (var _ = health.listen(host, connection.service(), telemetry)) {
        System.out.println(greeting(settings.tenant(), queues));
        System.out.println(encryption.sentence());
        System.out.print(Versioning.of(settings).lines(temporal));
        stop.await();
        drained = host.drain();
      }
    } catch (RuntimeException | InterruptedException e) {
      stop.failed();
      throw e;
    }
    System.out.println(drained ? DRAINED : NOT_DRAINED);
    stop.over(drained ? 0 : 1);
  }

  /** Temporal, as long as the process runs. */
  private record Connection(WorkflowServiceStubs service) implements AutoCloseable {
    @Override
    public void close() {
      service.shutdownNow();
    }
  }

  private static Set<Part> parts(Set<Queue> queues) {
    var parts = EnumSet.of(Part.DATABASE, Part.TEMPORAL, Part.HEALTH, Part.PAGES);
    queues.forEach(queue -> parts.addAll(queue.parts()));
    return parts;
  }

  private static String greeting(String tenant, Set<Queue> queues) {
    Set<Queue> others = EnumSet.complementOf(EnumSet.copyOf(queues));
    return "Working for tenant %s%s. Stop with Ctrl-C."
        .formatted(
            tenant,
            others.isEmpty()
                ? ""
                : " on %s; %s left to other workers"
                    .formatted(
                        Queue.words(queues),
                        Queue.words(others) + (others.size() == 1 ? " is" : " are")));
  }

  private static void probe(Smtp smtp) {
    try {
      smtp.probe();
    } catch (MessagingException e) {
      throw new StartProblem(
          "The mail server at %s does not take our connection (%s). Check GATEHOUSE_MAIL_HOST, _PORT, _USER and _STARTTLS."
              .formatted(smtp.address(), e.getMessage()));
    }
  }

  private static WorkflowServiceStubs connect(TemporalSettings temporal, Telemetry telemetry) {
    var options = WorkflowServiceStubsOptions.newBuilder().setTarget(temporal.target());
    telemetry.counts(options);
    WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(options.build());
    try {
      service.connect(PATIENCE);
      return service;
    } catch (RuntimeException e) {
      service.shutdownNow();
      throw new StartProblem(
          "Temporal does not answer at %s. Start it, or set GATEHOUSE_TEMPORAL_TARGET to where it is."
              .formatted(temporal.target()));
    }
  }

  private static WorkflowClient client(
      WorkflowServiceStubs service,
      TemporalSettings temporal,
      Encryption encryption,
      Clock clock,
      Traces traces) {
    var options =
        WorkflowClientOptions.newBuilder()
            .setNamespace(temporal.namespace())
            .setDataConverter(encryption.converter())
            .setPlugins(ClockWatch.plugin(clock));
    traces.join(options);
    return WorkflowClient.newInstance(service, options.build());
  }
}
