package io.gatehouse.topology;

import static io.gatehouse.topology.Places.Place.POSTGRES;

import io.gatehouse.peer.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL 15 from the machine's packages, made as the image makes a new volume: with the same
 * arguments and the same script for users and databases. A server refuses to run as root, so under
 * root it runs as the package's user.
 */
final class PostgresServer implements AutoCloseable {
  private final Path home;
  private final int port;

  PostgresServer(Places places, Map<String, String> environment) {
    this.port = places.port(POSTGRES);
    try {
      this.home = Files.createTempDirectory("gatehouse-topology-pg");
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
      Path password = Files.writeString(home.resolve("password"), value(environment));
      var initdb = new ArrayList<>(List.of("-D", data(), "-U", "postgres", "-E", "UTF8"));
      initdb.addAll(List.of("--no-locale", "--pwfile", password.toString()));
      initdb.addAll(List.of(environment.getOrDefault("POSTGRES_INITDB_ARGS", "").split(" ", -1)));
      run("initdb", initdb, Map.of());
      Files.delete(password);
      start();
      var admin = new LinkedHashMap<>(environment);
      admin.put("PGHOST", "127.0.0.1");
      admin.put("PGPORT", Integer.toString(port));
      admin.put("PGUSER", "postgres");
      admin.put("PGPASSWORD", value(environment));
      Path script =
          Files.copy(EnvFile.HOUSE.resolve("deploy/postgres/roles.sql"), home.resolve("roles.sql"));
      run("psql", List.of("--no-psqlrc", "-v", "ON_ERROR_STOP=1", "-f", script.toString()), admin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Dies without a word and is started again: it recovers from its log. */
  void again() {
    run("pg_ctl", List.of("-D", data(), "-w", "-m", "immediate", "stop"), Map.of());
    start();
  }

  private void start() {
    run(
        "pg_ctl",
        List.of("-D", data(), "-w", "-l", home + "/log", "-o", options(), "start"),
        Map.of());
  }

  private static String value(Map<String, String> environment) {
    return environment.getOrDefault("POSTGRES_PASSWORD", "");
  }

  Connection connect(String database, String user, String password) throws SQLException {
    return DriverManager.getConnection(url(database), user, password);
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  private String options() {
    return "-p %d -k %s -c listen_addresses=127.0.0.1".formatted(port, home);
  }

  private String data() {
    return home.resolve("data").toString();
  }

  private void run(String program, List<String> arguments, Map<String, String> environment) {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(Peers.POSTGRES.resolve(program).toString());
    command.addAll(arguments);
    Program.start(program, home, command, environment).ended();
  }

  @Override
  public void close() {
    run("pg_ctl", List.of("-D", data(), "-w", "-m", "immediate", "stop"), Map.of());
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
