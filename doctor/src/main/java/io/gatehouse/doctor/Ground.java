package io.gatehouse.doctor;

import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.KeyFiles;
import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.config.TemporalSettings;
import io.gatehouse.config.Variable;
import io.gatehouse.keys.Encryption;
import io.gatehouse.starter.cli.PagesClock;
import io.gatehouse.starter.cli.TemporalConnection;
import io.gatehouse.store.Store;
import io.gatehouse.store.database.Database;
import io.gatehouse.store.database.Migrations;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What examinations stand on; opened when first asked for, closed at the end. */
final class Ground implements AutoCloseable {
  private final Map<String, String> environment;
  private @Nullable Database database;
  private @Nullable WorkflowServiceStubs temporal;

  Ground(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether the environment gives a value. */
  boolean has(Variable variable) {
    return !environment.getOrDefault(variable.key(), "").isBlank();
  }

  Settings settings(Part... parts) {
    return Settings.of(environment, parts);
  }

  KeyFiles keyFiles() {
    return KeyFiles.of(environment);
  }

  Clock clock() {
    return PagesClock.orSystem(environment);
  }

  /** Whether this is a demo's house, whose time is not the wall's. */
  boolean simulated() {
    return PagesClock.simulated(environment);
  }

  /** Connected under the program's role, whatever its schema looks like. */
  Database database() {
    Database open = database;
    if (open == null) {
      DatabaseSettings at = settings(Part.DATABASE).database();
      open = Database.open(at.url(), at.user(), at.password());
      database = open;
    }
    return open;
  }

  /** Only where the schema is this version's. */
  Store store() {
    Migrations.requireCurrent(database());
    return new Store(database(), settings(Part.DATABASE).tenant());
  }

  WorkflowClient temporal() {
    TemporalSettings at = settings(Part.TEMPORAL).temporal();
    WorkflowServiceStubs open = temporal;
    if (open == null) {
      open =
          TemporalConnection.open(
              at, WorkflowServiceStubsOptions.newBuilder(), TemporalConnection.PATIENCE);
      temporal = open;
    }
    return WorkflowClient.newInstance(
        open,
        WorkflowClientOptions.newBuilder()
            .setNamespace(at.namespace())
            .setDataConverter(Encryption.of(at, clock()).converter())
            .build());
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
