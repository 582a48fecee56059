package io.gatehouse.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JVM of its own for what is measured, on this process's class path: its CPU time and its heap
 * are then nobody else's. It is talked to in lines; the end of its input ends it.
 */
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final PrintWriter in;
  private final BufferedReader out;

  public ChildJvm(List<String> flags, Class<?> main, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    try {
      this.process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      throw new UncheckedIOException("A JVM for %s did not start.".formatted(main.getName()), e);
    }
    this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Sends a line and waits for the line that answers it. */
  public String ask(String line) {
    in.println(line);
    String answer = next();
    if (answer == null) {
      throw new IllegalStateException(
          "The measured process ended before it answered \"%s\": its last words are above."
              .formatted(line));
    }
    return answer;
  }

  /** The next line, null at the end of the process's output. */
  public @Nullable String next() {
    try {
      return out.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException("The measured process cannot be heard any more.", e);
    }
  }

  /** Waits for the process's own end; 0 when all went well. */
  public int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    in.close();
    process.onExit().join();
  }
}
