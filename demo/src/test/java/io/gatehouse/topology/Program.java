package io.gatehouse.topology;

import io.gatehouse.peer.Peers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own, with nothing in its environment but what it was given. */
final class Program implements AutoCloseable {
  /** A loaded machine starts ten of these at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final String name;
  private final ProcessBuilder builder;
  private final Path output;
  private Process process;

  private Program(String name, ProcessBuilder builder, Path output) throws IOException {
    this.name = name;
    this.builder = builder;
    this.output = output;
    this.process = builder.start();
  }

  static Program start(
      String name, Path folder, List<String> command, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile(folder, name, ".log");
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().put("PATH", Peers.program("") + ":/usr/sbin:/usr/bin:/bin");
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(output.toFile()));
      return new Program(name, builder, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a process that ends by itself, and returns what it said. */
  String ended() {
    try {
      if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0) {
        return said();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new AssertionError("%s did not succeed:%n%s".formatted(name, said()));
  }

  /** Dies without a word and is started again, as a container's runtime does. */
  Program again() {
    process.destroyForcibly();
    try {
      process.waitFor();
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Waits until somebody takes connections at a port of loopback. */
  Program listening(int port) {
    return until("listen on " + port, () -> answers(port));
  }

  /** Waits until the output holds some words. */
  Program saying(String words) {
    return until("say \"%s\"".formatted(words), () -> said().contains(words));
  }

  private Program until(String what, java.util.function.BooleanSupplier holds) {
    Eventually.holds(
        PATIENCE,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(
                "%s ended before it could %s:%n%s".formatted(name, what, said()));
          }
          return holds.getAsBoolean();
        },
        () -> "%s did not %s:%n%s".formatted(name, what, said()));
    return this;
  }

  static boolean answers(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Asks it to end as a container's runtime does, with some seconds of grace. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(name + " did not end within a minute of being asked");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
