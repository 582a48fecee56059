package io.gatehouse.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A main class of ours as a process of its own, on the class path of the test that reads it. */
public final class JavaProcess implements AutoCloseable {
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final BufferedReader output;
  private final StringJoiner said = new StringJoiner("\n");

  private JavaProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /** With these variables of ours and no others. */
  public static JavaProcess start(
      Class<?> main, Map<String, String> environment, String... arguments) {
    var builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1", // it lives for seconds only
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEHOUSE_"));
    builder.environment().putAll(environment);
    try {
      return new JavaProcess(builder.redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads on to the next line in which the pattern is found. */
  public MatchResult awaitLine(Pattern pattern) {
    var giveUp = killLater();
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.add(line);
        Matcher found = pattern.matcher(line);
        if (found.find()) {
          return found.toMatchResult();
        }
      }
      throw new AssertionError("it ended without saying %s:%n%s".formatted(pattern, said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      giveUp.cancel(false);
    }
  }

  /** The line it says next. */
  public String line() {
    return awaitLine(Pattern.compile(".*")).group();
  }

  /** SIGTERM, without closing what it says as {@link Process#destroy} would. */
  public void terminate() {
    process.toHandle().destroy();
  }

  /** Waits for its end and returns its exit code. */
  public int ended() {
    var giveUp = killLater();
    output.lines().forEach(said::add);
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    giveUp.cancel(false);
    return process.exitValue();
  }

  /** Everything that was read of what it has said; whole after its end. */
  public String said() {
    return said.toString();
  }

  /** One that neither speaks nor ends would keep its reader for ever. */
  private CompletableFuture<Void> killLater() {
    return CompletableFuture.runAsync(
        process.toHandle()::destroyForcibly,
        CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
  }

  /** Waits for what such a process brings about. */
  public static void await(String what, BooleanSupplier there) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
