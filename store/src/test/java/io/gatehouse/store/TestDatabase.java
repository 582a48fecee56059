package io.gatehouse.store;

import io.gatehouse.store.database.Database;
import io.gatehouse.store.database.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh, migrated database for one test class, on a PostgreSQL that starts once per JVM.
 *
 * <p>Three roles as in production: an owner that migrates, the program's and the pages'. The first
 * database is migrated and serves as template, so a further one costs a file copy.
 */
public final class TestDatabase implements AutoCloseable {

  public static final String OWNER = "house_owner";
  public static final String APP = "house_app";
  public static final String READER = "house_reader";
  public static final String PASSWORD = "only-for-tests";

  private static final String TEMPLATE = "house_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Starts with the first database asked for; the JVM's end stops it. */
  private static final class Running {
    static final EmbeddedPostgres SERVER = start();
  }

  private final String url;
  private final Database app;

  private TestDatabase(String url) {
    this.url = url;
    this.app = Database.open(url, APP, PASSWORD);
  }

  /** A database with the schema and nothing in it. */
  public static TestDatabase fresh() {
    var name = "house_" + COUNT.incrementAndGet();
    execute("create database %s template %s owner %s".formatted(name, TEMPLATE, OWNER));
    return new TestDatabase(urlOf(name));
  }

  /** The address of a database without any schema. */
  public static String emptyUrl() {
    var name = "house_" + COUNT.incrementAndGet();
    execute("create database %s template template0 owner %s".formatted(name, OWNER));
    return urlOf(name);
  }

  public String url() {
    return url;
  }

  /** The database as the program sees it. */
  public Database app() {
    return app;
  }

  /** The database under another role; the caller closes it. */
  public Database as(String role) {
    return Database.open(url, role, PASSWORD);
  }

  /** The store of one tenant under the program's role. */
  public Store store(String tenant) {
    return new Store(app, tenant);
  }

  @Override
  public void close() {
    app.close();
  }

  private static EmbeddedPostgres start() {
    try {
      var server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "200")
              // durable, as every server that a process of ours accepts
              .setServerConfig("fsync", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        for (var role : new String[] {OWNER, APP, READER}) {
          statement.execute("create role %s login password '%s'".formatted(role, PASSWORD));
        }
        statement.execute("create database %s owner %s".formatted(TEMPLATE, OWNER));
      }
      Migrations.migrate(server.getJdbcUrl(OWNER, TEMPLATE), OWNER, PASSWORD, APP, READER);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String urlOf(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(Running.SERVER.getPort(), database);
  }

  private static void execute(String sql) {
    var superuser = Running.SERVER.getJdbcUrl("postgres", "postgres");
    try (var connection = DriverManager.getConnection(superuser);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
