package io.gatehouse.demo;

import io.gatehouse.store.database.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * PostgreSQL as a process of the demo, with the same roles as anywhere else. Not durable: it lives
 * as long as the demo, which ends it after everything that asks it.
 */
final class DemoDatabase implements AutoCloseable {
  private static final String OWNER = "postgres";
  private static final String PROGRAM = "gatehouse_program";
  private static final String PAGES = "gatehouse_pages";

  private final EmbeddedPostgres postgres;

  DemoDatabase() {
    try {
      this.postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "The demo's PostgreSQL did not start (%s).".formatted(e.getMessage()), e);
    }
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role " + PROGRAM + " login password '" + PROGRAM + "'");
      statement.execute("create role " + PAGES + " login password '" + PAGES + "'");
    } catch (SQLException e) {
      throw new IllegalStateException("The demo's roles cannot be made.", e);
    }
    Migrations.migrate(url(), OWNER, OWNER, PROGRAM, PAGES);
  }

  Map<String, String> variables() {
    return Map.of(
        "GATEHOUSE_DB_URL", url(),
        "GATEHOUSE_DB_USER", PROGRAM,
        "GATEHOUSE_DB_PASSWORD", PROGRAM,
        "GATEHOUSE_DB_READER_USER", PAGES,
        "GATEHOUSE_DB_READER_PASSWORD", PAGES,
        "GATEHOUSE_DB_OWNER_USER", OWNER,
        "GATEHOUSE_DB_OWNER_PASSWORD", OWNER);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort());
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new IllegalStateException("The demo's PostgreSQL did not stop.", e);
    }
  }
}
