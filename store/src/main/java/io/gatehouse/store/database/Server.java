package io.gatehouse.store.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The first look at a PostgreSQL server: is it there, does it let us in, is it new enough. */
final class Server {

  /** Debian 12 has it; older ones lack features the schema uses and are near their end. */
  static final int OLDEST = 15;

  private static final String PREFIX = "jdbc:postgresql:";

  private Server() {}

  /** Connects once and fails with one sentence when this server cannot be used. */
  static void look(String url, String user, String password) {
    if (!url.startsWith(PREFIX)) {
      throw new StoreProblem(
          "%s is no PostgreSQL address: it has to look like jdbc:postgresql://host:5432/database."
              .formatted(address(url)));
    }
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      requireNew(
          connection.getMetaData().getDatabaseMajorVersion(),
          connection.getMetaData().getDatabaseProductVersion(),
          address(url));
    } catch (SQLException e) {
      throw new StoreProblem(sentence(e, address(url), user), e);
    }
  }

  static void requireNew(int major, String version, String address) {
    if (major < OLDEST) {
      throw new StoreProblem(
          "PostgreSQL at %s is version %s, Gatehouse needs %d or newer: upgrade it or name another server."
              .formatted(address, version, OLDEST));
    }
  }

  /** The address without its parameters, which may hold a password. */
  static String address(String url) {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  private static String sentence(SQLException e, String address, String user) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return "PostgreSQL at %s refuses the user %s: check name and password."
          .formatted(address, user);
    }
    if (state.equals("3D000")) {
      return "PostgreSQL at %s answers, but that database does not exist: create it or correct the address."
          .formatted(address);
    }
    if (state.startsWith("08")) {
      return "PostgreSQL at %s does not answer: start it or correct the address."
          .formatted(address);
    }
    return "PostgreSQL at %s cannot be used by %s (%s): mend that or name another server."
        .formatted(address, user, firstLine(e));
  }

  /**
   * The first line of the innermost cause: Flyway wraps PostgreSQL's own words in many lines of its
   * own.
   */
  static String firstLine(Throwable problem) {
    var innermost = problem;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    var message = innermost.getMessage();
    return message == null
        ? innermost.getClass().getSimpleName()
        : message.lines().findFirst().orElse("no reason given");
  }
}
