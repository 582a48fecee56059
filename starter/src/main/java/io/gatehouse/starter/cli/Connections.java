package io.gatehouse.starter.cli;

import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.KeyFiles;
import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.config.Variable;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Telemetry;
import io.gatehouse.starter.directory.DirectoryAccess;
import io.gatehouse.store.Store;
import io.gatehouse.store.database.Database;
import io.gatehouse.store.database.Migrations;
import io.gatehouse.store.view.Views;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What one command is connected to; opened when asked for, closed at its end. */
final class Connections implements AutoCloseable {
  private final Map<String, String> environment;
  private final Settings settings;
  private @Nullable Database database;
  private @Nullable Encryption encryption;
  private @Nullable WorkflowServiceStubs temporal;
  private Duration patience = TemporalConnection.PATIENCE;
  private @Nullable Telemetry telemetry;

  private Connections(Map<String, String> environment, Settings settings) {
    this.environment = environment;
    this.settings = settings;
  }

  static Connections of(CommandSpec command, Part... needed) {
    Map<String, String> environment = CommandTree.Root.environment(command);
    return new Connections(environment, Settings.of(environment, needed));
  }

  /** For a command that is started together with Temporal, which takes seconds to be ready. */
  Connections patient(Duration time) {
    patience = time;
    return this;
  }

  /** For a process that runs for weeks: has it counted and traced what Temporal is asked for. */
  Connections watchedBy(Telemetry watching) {
    telemetry = watching;
    return this;
  }

  KeyFiles keys() {
    return KeyFiles.of(environment);
  }

  Settings settings() {
    return settings;
  }

  Database database() {
    Database open = database;
    if (open == null) {
      DatabaseSettings at = settings.database();
      open = Database.open(at.url(), at.user(), at.password());
      database = open;
      Migrations.requireCurrent(open);
    }
    return open;
  }

  Store store() {
    return new Store(database(), settings.tenant());
  }

  Views views() {
    return new Views(database().of(settings.tenant()));
  }

  WorkflowClient client() {
    var options =
        WorkflowClientOptions.newBuilder()
            .setNamespace(settings.temporal().namespace())
            .setDataConverter(encryption().converter());
    if (telemetry != null) {
      telemetry.traces().join(options);
    }
    return WorkflowClient.newInstance(stubs(), options.build());
  }

  Encryption encryption() {
    Encryption read = encryption;
    if (read == null) {
      read = Encryption.of(settings.temporal(), clock());
      encryption = read;
    }
    return read;
  }

  /** Empty when no registration is set that may read the directory. */
  Optional<DirectoryReader> directory() {
    if (environment.getOrDefault(Variable.GRAPH_READER_KIND.key(), "").isBlank()) {
      return Optional.empty();
    }
    return Optional.of(DirectoryAccess.open(Settings.of(environment, Part.GRAPH).graph(), clock()));
  }

  /** Refuses a database that may lose evidence, unless it is a demo's, which says so. */
  Connections durable() {
    if (!PagesClock.simulated(environment)) {
      database().requireDurable();
    }
    return this;
  }

  /** Refuses a demo: its workflows live in a time of its own, and its server lists nothing. */
  Connections realTime(String command) {
    if (PagesClock.simulated(environment)) {
      throw new Refusal(
          "A demo is running, and its workflows live in a time of their own: %s is for a namespace of real workflows."
              .formatted(command));
    }
    return this;
  }

  Clock clock() {
    return PagesClock.orSystem(environment);
  }

  private WorkflowServiceStubs stubs() {
    WorkflowServiceStubs open = temporal;
    if (open != null) {
      return open;
    }
    var options = WorkflowServiceStubsOptions.newBuilder();
    if (telemetry != null) {
      telemetry.counts(options);
    }
    open = TemporalConnection.open(settings.temporal(), options, patience);
    temporal = open;
    return open;
  }

  @Override
  public void close() {
    if (temporal != null) {
      temporal.shutdownNow();
    }
    if (database != null) {
      database.close();
    }
  }
}
