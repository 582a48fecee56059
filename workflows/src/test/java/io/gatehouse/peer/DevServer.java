package io.gatehouse.peer;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Temporal's own development server with its UI, as a process. What it knows is in its memory, or
 * in a file when it is given {@code --db-filename}: then it can be started again.
 */
public final class DevServer implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  private final List<String> command;
  private final Path log;
  private final int port;
  private final int uiPort;
  private final WorkflowServiceStubs stubs;
  private Process process;

  private DevServer(Path program, int port, int uiPort, List<String> more) throws IOException {
    this.port = port;
    this.uiPort = uiPort;
    this.log = Files.createTempFile("gatehouse-temporal", ".log");
    this.command = new ArrayList<>(List.of(program.toString(), "server", "start-dev"));
    command.addAll(List.of("--ip", "127.0.0.1", "--port", Integer.toString(port)));
    command.addAll(List.of("--ui-ip", "127.0.0.1", "--ui-port", Integer.toString(uiPort)));
    command.addAll(List.of("--disable-config-file", "--log-level", "warn"));
    command.addAll(more);
    this.process = launch();
    // Also when the tests are cut off.
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target()).build());
  }

  /** Starts one and waits until it answers. */
  public static DevServer start(String... more) {
    return start(Peers.freePort(), more);
  }

  /**
   * The same.
   *
   * @param uiPort for the UI, chosen before, because what it asks has to know its origin
   */
  public static DevServer start(int uiPort, String... more) {
    Peers.require("temporal");
    DevServer server;
    try {
      server = new DevServer(Peers.program("temporal"), Peers.freePort(), uiPort, List.of(more));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.awaitAnswer();
    return server;
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private void awaitAnswer() {
    try {
      stubs.connect(STARTS_WITHIN);
    } catch (RuntimeException e) {
      String said = log();
      close();
      throw new IllegalStateException("Temporal did not start: " + said, e);
    }
  }

  /** Ends the process without a word, as a power cut would. */
  public synchronized void kill() {
    process.destroyForcibly();
  }

  /** Starts it again where it was, after {@link #kill}. */
  public void startAgain() {
    try {
      process.waitFor();
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    awaitAnswer();
  }

  public String target() {
    return "127.0.0.1:" + port;
  }

  public String ui() {
    return "http://127.0.0.1:" + uiPort;
  }

  public WorkflowServiceStubs stubs() {
    return stubs;
  }

  /** In the namespace that is always there. */
  public WorkflowClient client(DataConverter converter) {
    return client("default", converter);
  }

  public WorkflowClient client(String namespace, DataConverter converter) {
    return WorkflowClient.newInstance(
        stubs,
        WorkflowClientOptions.newBuilder()
            .setNamespace(namespace)
            .setDataConverter(converter)
            .build());
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "its log cannot be read";
    }
  }

  @Override
  public void close() {
    stubs.shutdownNow();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
