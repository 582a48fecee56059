package io.gatehouse.starter.peer;

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

/** Temporal's own development server with its UI, as a process, its memory in itself. */
public final class DevServer implements AutoCloseable {
  private static final String HOW_TO_GET_IT =
      "GOBIN=that-folder go install github.com/temporalio/cli/cmd/temporal@v1.5.1";

  private final Process process;
  private final Path log;
  private final int port;
  private final int uiPort;
  private final WorkflowServiceStubs stubs;

  private DevServer(Path program, int port, int uiPort, List<String> more) throws IOException {
    this.port = port;
    this.uiPort = uiPort;
    this.log = Files.createTempFile("gatehouse-temporal", ".log");
    var command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "server",
                "start-dev",
                "--ip",
                "127.0.0.1",
                "--ui-ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--ui-port",
                Integer.toString(uiPort),
                "--disable-config-file"));
    command.addAll(more);
    this.process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // Also when the tests are cut off.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target()).build());
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param uiPort for the UI, chosen before, because what it asks has to know its origin
   */
  public static DevServer start(int uiPort, String... more) {
    Path program = Peers.find("temporal", HOW_TO_GET_IT);
    DevServer server;
    try {
      server = new DevServer(program, Peers.freePort(), uiPort, List.of(more));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      server.stubs.connect(Duration.ofSeconds(60));
      return server;
    } catch (RuntimeException e) {
      String said = server.log();
      server.close();
      throw new IllegalStateException("Temporal did not start: " + said, e);
    }
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
        process.destroyForcibly();
      }
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
