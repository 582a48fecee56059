package io.gatehouse.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The schema's way forward: run by {@code ./gatehouse migrate} under the owner's role, checked by
 * all others.
 */
public final class Migrations {

  /** What a migration run did. */
  public record Outcome(int applied, String version) {}

  /** Role names are placed into SQL, so only plain ones are taken. */
  private static final Pattern PLAIN_ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private static final String MAY_MAKE_SCHEMAS =
      """
      select has_database_privilege(current_database(), 'CREATE')
        or (to_regnamespace('gatehouse') is not null and to_regnamespace('evidence') is not null)
      """;

  private Migrations() {}

  /**
   * Brings the database to this program's version; a second run applies nothing.
   *
   * @param user the role that will own the schemas
   * @param appRole an existing login role for the program
   * @param readerRole an existing login role for the pages
   */
  public static Outcome migrate(
      String url, String user, String password, String appRole, String readerRole) {
    var address = Server.address(url);
    Server.look(url, user, password);
    try (var connection = DriverManager.getConnection(url, user, password)) {
      requireGround(connection, address, user, List.of(appRole, readerRole));
    } catch (SQLException e) {
      throw new StoreProblem(
          "The roles of %s cannot be read (%s): let %s read pg_roles."
              .formatted(address, Server.firstLine(e), user),
          e);
    }
    try {
      var flyway =
          configuration()
              .dataSource(url, user, password)
              .placeholders(Map.of("appRole", appRole, "readerRole", readerRole))
              .load();
      var result = flyway.migrate();
      var current = flyway.info().current();
      return new Outcome(
          result.migrationsExecuted, current == null ? "none" : current.getVersion().getVersion());
    } catch (FlywayException e) {
      throw new StoreProblem(
          "The migration of %s stopped, nothing of the failed step was kept: %s"
              .formatted(address, Server.firstLine(e)),
          e);
    }
  }

  /**
   * Refuses a database that is behind this program or ahead of it.
   *
   * @throws StoreProblem with what to do
   */
  public static void requireCurrent(Database database) {
    var info = info(database.dataSource());
    if (info.pending().length > 0) {
      throw new StoreProblem(
          "The database %s lacks %d migration(s) of this version: run ./gatehouse migrate."
              .formatted(database.address(), info.pending().length));
    }
    for (var migration : info.all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new StoreProblem(
            "The database %s was migrated by a newer Gatehouse (to version %s): start that version."
                .formatted(database.address(), migration.getVersion()));
      }
    }
  }

  private static MigrationInfoService info(DataSource dataSource) {
    return configuration().dataSource(dataSource).load().info();
  }

  private static FluentConfiguration configuration() {
    return Flyway.configure()
        .locations("classpath:db/migration")
        .defaultSchema("gatehouse")
        .schemas("gatehouse", "evidence")
        .failOnMissingLocations(true);
  }

  /** Asked beforehand: Flyway would try for ten seconds and then show a stack of messages. */
  private static void requireGround(
      Connection connection, String address, String user, List<String> roles) throws SQLException {
    for (var role : roles) {
      if (!PLAIN_ROLE.matcher(role).matches()) {
        throw new StoreProblem(
            "\"%s\" cannot be a role of Gatehouse: use lower-case letters, digits and _."
                .formatted(role));
      }
      if (!holds(connection, "select true from pg_roles where rolname = '" + role + "'")) {
        throw new StoreProblem(
            "PostgreSQL at %s has no role %s: create it first (create role %s login password '…')."
                .formatted(address, role, role));
      }
    }
    if (!holds(connection, MAY_MAKE_SCHEMAS)) {
      throw new StoreProblem(
          "%s may not make schemas in %s: migrate as the database's owner."
              .formatted(user, address));
    }
  }

  private static boolean holds(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
