package io.gatehouse.starter.peer;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the programs are that tests run against: the folder that {@code GATEHOUSE_PEERS} names,
 * else {@code ~/.cache/gatehouse/peers}.
 */
public final class Peers {
  private Peers() {}

  /** Where it is missing: fails in CI, is skipped with a word elsewhere. */
  public static Path find(String program, String howToGetIt) {
    Path file = folder().resolve(program);
    if (Files.isExecutable(file)) {
      return file;
    }
    String missing = "no %s in %s: %s".formatted(program, folder(), howToGetIt);
    return "true".equals(System.getenv("CI")) ? fail(missing) : abort(missing);
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
