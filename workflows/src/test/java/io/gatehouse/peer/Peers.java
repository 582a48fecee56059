package io.gatehouse.peer;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs of others that {@code .ci/peers} builds, in the folder that {@code GATEHOUSE_PEERS}
 * names, else {@code ~/.cache/gatehouse/peers}; and PostgreSQL from the system's packages.
 */
public final class Peers {
  /** The oldest PostgreSQL that we support. */
  public static final Path POSTGRES = Path.of("/usr/lib/postgresql/15/bin");

  private Peers() {}

  /** Where one is missing: fails in CI, is skipped with a word elsewhere. */
  public static void require(String... names) {
    List<Path> missing =
        Stream.of(names)
            .map(name -> name.equals("postgres") ? POSTGRES.resolve(name) : program(name))
            .filter(program -> !Files.isExecutable(program))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    String sentence =
        "not there, so nothing was tried (.ci/peers, package postgresql-15): " + missing;
    if (System.getenv("CI") != null) {
      fail(sentence);
    }
    abort(sentence);
  }

  /** Where a program is, or would be. */
  public static Path program(String name) {
    return folder().resolve(name);
  }

  /** A port of this machine that nobody listens on now. */
  public static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    String named = System.getenv("GATEHOUSE_PEERS");
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "gatehouse", "peers")
        : Path.of(named);
  }
}
