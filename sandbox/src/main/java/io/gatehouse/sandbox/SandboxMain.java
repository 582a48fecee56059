package io.gatehouse.sandbox;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine;

/** {@code ./gatehouse sandbox}: the sandbox alone, on the wall clock, until somebody ends it. */
public final class SandboxMain {
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  private SandboxMain() {}

  public static void main(String[] arguments) {
    var command = new SandboxCommand();
    var line = new CommandLine(command);
    try {
      line.parseArgs(arguments);
    } catch (CommandLine.ParameterException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    if (command.wantsHelp()) {
      line.usage(System.out);
      return;
    }
    live(command, Clock.systemUTC());
  }

  private static void live(SandboxCommand command, Clock clock) {
    try (var alone = started(command, clock)) {
      System.out.print(new Welcome(alone).text());
      while (!Thread.currentThread().isInterrupted()) {
        alone.sandbox().act(clock.instant());
        Thread.sleep(HEARTBEAT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // asked to end
    } catch (NotStarted e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static SandboxAlone started(SandboxCommand command, Clock clock) throws NotStarted {
    try {
      return command.start(clock, System.getenv().getOrDefault(SandboxCommand.SECRET, ""));
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      throw new NotStarted(e);
    }
  }

  /** A number that makes no sense or a port in use; the message says which. */
  private static final class NotStarted extends Exception {
    NotStarted(RuntimeException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
