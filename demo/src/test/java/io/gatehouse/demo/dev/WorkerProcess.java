package io.gatehouse.demo.dev;

import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.Settings;
import io.gatehouse.store.database.Database;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.host.WorkerHost;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A worker of a real house as a process of its own, which can be killed. */
final class WorkerProcess implements AutoCloseable {
  private static final String EPOCH = "PACE_EPOCH";
  private static final String FACTOR = "PACE_FACTOR";

  private final Process process;

  private WorkerProcess(Process process) {
    this.process = process;
  }

  static WorkerProcess of(RealHouse real) {
    var builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD);
    builder.environment().putAll(real.house().variables());
    builder.environment().put(EPOCH, real.pace().epoch().toString());
    builder.environment().put(FACTOR, Long.toString(real.pace().factor()));
    try {
      var worker = new WorkerProcess(builder.start());
      Runtime.getRuntime().addShutdownHook(new Thread(worker::kill));
      return worker;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as {@code kill -9} does, and returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** Works until it is killed. */
  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    Settings settings = Settings.of(environment);
    var pace =
        new Pace(
            Instant.parse(environment.getOrDefault(EPOCH, "")),
            Long.parseLong(environment.getOrDefault(FACTOR, "")));
    var client =
        WorkflowClient.newInstance(
            WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(settings.temporal().target())
                    .build()),
            WorkflowClientOptions.newBuilder()
                .setDataConverter(Wire.converter())
                .setPlugins(PacedWorkflows.plugin(pace))
                .build());
    DatabaseSettings db = settings.database();
    WorkerHost.start(
        settings, pace.clock(), client, Database.open(db.url(), db.user(), db.password()));
    new CountDownLatch(1).await();
  }
}
