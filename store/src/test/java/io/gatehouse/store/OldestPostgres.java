package io.gatehouse.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL 15 from the machine's own packages, as its own process: the oldest that Gatehouse
 * promises.
 *
 * <p>A server refuses to run as root, so under root it runs as the package's user {@code postgres}.
 */
final class OldestPostgres implements AutoCloseable {

  private final Path bin;
  private final Path home;
  private final int port;

  private OldestPostgres(Path bin) throws IOException {
    this.bin = bin;
    this.home = Files.createTempDirectory("gatehouse-pg15");
    this.port = freePort();
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
    run(
        "initdb",
        "-D",
        data(),
        "-U",
        "postgres",
        "--auth=trust",
        "--no-locale",
        "-E",
        "UTF8",
        "--no-sync");
    run(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-t",
        "60",
        "-l",
        home.resolve("log").toString(),
        "-o",
        "-p %d -k %s -c listen_addresses=127.0.0.1".formatted(port, home),
        "start");
  }

  /** Where PostgreSQL 15 is installed, if it is. */
  static Optional<Path> installed() {
    var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
    return Stream.concat(path, Stream.of(Path.of("/usr/lib/postgresql/15/bin")))
        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
        .filter(bin -> Files.isExecutable(bin.resolve("pg_ctl")))
        .filter(OldestPostgres::isVersion15)
        .findFirst();
  }

  static OldestPostgres start(Path bin) throws IOException {
    return new OldestPostgres(bin);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  @Override
  public void close() throws IOException {
    run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    try (var files = Files.walk(home)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private String data() {
    return home.resolve("data").toString();
  }

  private void run(String program, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(bin.resolve(program).toString());
    command.addAll(List.of(arguments));
    var output =
        Files.createTempFile("gatehouse-pg15", ".out"); // a pipe would stay open with the server
    try {
      var process =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(
            "%s did not succeed: %s".formatted(command, Files.readString(output)));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(command + " was interrupted", e);
    } finally {
      Files.delete(output);
    }
  }

  private static boolean isVersion15(Path bin) {
    try {
      var process = new ProcessBuilder(bin.resolve("initdb").toString(), "--version").start();
      try (var output = process.inputReader()) {
        return output.readAllAsString().contains(" 15.");
      }
    } catch (IOException _) {
      return false; // not runnable here is not installed here
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
