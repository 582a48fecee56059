package io.gatehouse.demo.dev;

import io.gatehouse.config.StartProblem;
import io.gatehouse.temporal.SearchAttributes;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A Temporal dev server with its UI as a process of its own, in memory, on loopback only. */
public final class DevServer implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);
  private static final long STOPS_WITHIN_SECONDS = 10;

  private final Process process;
  private final int port;
  private final int uiPort;

  private DevServer(Process process, int port, int uiPort) {
    this.process = process;
    this.port = port;
    this.uiPort = uiPort;
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @param uiPort 0 for a free one
   * @throws StartProblem when it does not, with what it said
   */
  public static DevServer start(Path temporal, int uiPort) {
    int port = freePort();
    int ui = uiPort == 0 ? freePort() : uiPort;
    try {
      Path log = Files.createTempFile("gatehouse-temporal", ".log");
      log.toFile().deleteOnExit();
      Process process =
          new ProcessBuilder(command(temporal, port, ui))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      var server = new DevServer(process, port, ui);
      server.awaitAnswer(log);
      return server;
    } catch (IOException e) {
      throw new StartProblem("%s cannot be started (%s).".formatted(temporal, e.getMessage()), e);
    }
  }

  private static List<String> command(Path temporal, int port, int ui) {
    var command = new ArrayList<String>();
    command.addAll(OwnSession.prefix(System.getenv()));
    command.addAll(List.of(temporal.toString(), "server", "start-dev"));
    command.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port)));
    command.addAll(List.of("--ui-ip", "127.0.0.1", "--ui-port", Integer.toString(ui)));
    command.addAll(List.of("--log-level", "error"));
    new TreeMap<>(SearchAttributes.ALL)
        .forEach((name, type) -> {
          command.add("--search-attribute");
          command.add(name + "=" + type.name().substring("INDEXED_VALUE_TYPE_".length()));
        });
    return command;
  }

  private void awaitAnswer(Path log) throws IOException {
    var stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target()).build());
    try {
      stubs.connect(STARTS_WITHIN);
    } catch (RuntimeException e) {
      close();
      throw new StartProblem(
          "Temporal's dev server did not start: %s".formatted(Files.readString(log).strip()), e);
    } finally {
      stubs.shutdownNow();
    }
  }

  public String target() {
    return "127.0.0.1:" + port;
  }

  /** Where its UI is. */
  public String ui() {
    return "http://127.0.0.1:" + uiPort;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartProblem("No port is free for Temporal's dev server.", e);
    }
  }
}
