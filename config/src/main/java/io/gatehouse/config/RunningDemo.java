package io.gatehouse.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The demo that runs on this machine, as other commands find it: a file with its variables that
 * only this user can read, and the process it belongs to.
 */
public final class RunningDemo {
  private static final String PID = "pid";
  private static final String STARTED = "started";

  private final Path file;

  private RunningDemo(Path file) {
    this.file = file;
  }

  /** The demo of this user. */
  public static RunningDemo of(Map<String, String> environment) {
    return new RunningDemo(Home.of(environment).resolve("demo.env"));
  }

  /**
   * The environment to use: its own when it names a connection, else the running demo's variables
   * on top of it.
   */
  public static Map<String, String> orElse(Map<String, String> environment) {
    boolean connected =
        List.of(Variable.DB_URL, Variable.TEMPORAL_TARGET, Variable.TENANT).stream()
            .anyMatch(each -> !environment.getOrDefault(each.key(), "").isBlank());
    if (connected) {
      return environment;
    }
    var merged = new TreeMap<>(environment);
    of(environment)
        .variables()
        .ifPresent(demo -> {
          merged.putAll(demo);
          String own = environment.getOrDefault(Variable.KEY.key(), "");
          if (!own.isBlank()) { // who one is one may still choose
            merged.put(Variable.KEY.key(), own);
          }
        });
    return Map.copyOf(merged);
  }

  /** The variables of a demo that still runs; a file left behind by a killed one does not count. */
  public Optional<Map<String, String>> variables() {
    Map<String, String> lines;
    try {
      lines = lines(Files.readAllLines(file));
    } catch (IOException notThere) {
      return Optional.empty();
    }
    boolean alive = isAlive(lines.remove(PID), lines.remove(STARTED));
    return alive ? Optional.of(Map.copyOf(lines)) : Optional.empty();
  }

  /**
   * Lets other commands of this user find this process's demo.
   *
   * @throws IllegalStateException with a sentence when another demo runs
   */
  public void announce(Map<String, String> variables) {
    if (variables().isPresent()) {
      throw new IllegalStateException(
          "A demo runs already (%s): end it first, or give this one another %s."
              .formatted(file, Variable.HOME.key()));
    }
    var process = ProcessHandle.current();
    var text = new StringBuilder();
    text.append(PID).append('=').append(process.pid()).append('\n');
    text.append(STARTED).append('=').append(started(process)).append('\n');
    new TreeMap<>(variables)
        .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path fresh =
          Files.createTempFile(
              folder,
              "demo",
              ".env",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s cannot be written (%s): give a writable folder in %s."
              .formatted(file, e.getMessage(), Variable.HOME.key()),
          e);
    }
  }

  /** Takes the announcement back. */
  public void withdraw() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s cannot be removed (%s): remove it by hand.".formatted(file, e.getMessage()), e);
    }
  }

  private static Map<String, String> lines(List<String> text) {
    var lines = new TreeMap<String, String>();
    for (String line : text) {
      int at = line.indexOf('=');
      if (at > 0) {
        lines.put(line.substring(0, at), line.substring(at + 1));
      }
    }
    return lines;
  }

  /** The start is compared too: after a restart of the machine another process may have the id. */
  private static boolean isAlive(@Nullable String pid, @Nullable String started) {
    if (pid == null || started == null || !pid.matches("\\d{1,18}")) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process).equals(started))
        .isPresent();
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
