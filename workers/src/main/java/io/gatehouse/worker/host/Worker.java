package io.gatehouse.worker.host;

import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.RunningDemo;
import io.gatehouse.config.Settings;
import io.gatehouse.config.SettingsException;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.TemporalSettings;
import io.gatehouse.keys.Encryption;
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
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code ./gatehouse worker}: checks everything it needs, then works until it is stopped. */
public final class Worker {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Worker() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      run(System.getenv());
    } catch (SettingsException | StartProblem | StoreProblem | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Map<String, String> environment) throws InterruptedException {
    if (!RunningDemo.orElse(environment).equals(environment)) {
      throw new StartProblem(
          "A demo is running, and it works by itself in a time of its own: set GATEHOUSE_DB_URL and the other variables to work for a tenant.");
    }
    Settings settings =
        Settings.of(environment, Part.DATABASE, Part.TEMPORAL, Part.MAIL, Part.GRAPH, Part.PAGES);
    Clock clock = Clock.systemUTC();
    probe(new Smtp(settings.mail(), clock));
    Directories directories = StartChecks.probed(settings, clock);
    Encryption encryption = Encryption.of(settings.temporal(), clock);
    WorkflowServiceStubs service = connect(settings.temporal());
    DatabaseSettings db = settings.database();
    try (Database database = Database.open(db.url(), db.user(), db.password())) {
      database.requireDurable();
      Migrations.requireCurrent(database);
      new StartChecks(new Store(database, settings.tenant()), directories).run();
      var stopped = new CountDownLatch(1);
      WorkerHost host =
          WorkerHost.start(
              settings,
              clock,
              client(service, settings.temporal(), encryption),
              database,
              directories);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                host.close();
                stopped.countDown();
              }));
      System.out.println(encryption.sentence());
      System.out.printf(
          "Working for tenant %s%s. Stop with Ctrl-C.%n",
          settings.tenant(),
          directories.acting() == null
              ? "; no writing credential is set, so looks and effects wait for another worker"
              : "");
      stopped.await();
    }
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

  private static WorkflowServiceStubs connect(TemporalSettings temporal) {
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(temporal.target()).build());
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
      WorkflowServiceStubs service, TemporalSettings temporal, Encryption encryption) {
    return WorkflowClient.newInstance(
        service,
        WorkflowClientOptions.newBuilder()
            .setNamespace(temporal.namespace())
            .setDataConverter(encryption.converter())
            .build());
  }
}
