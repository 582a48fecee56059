package io.gatehouse.demo.dev;

import io.gatehouse.config.StartProblem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the {@code temporal} command is on this machine. */
public final class TemporalCli {
  private static final String NAME = "temporal";

  private TemporalCli() {}

  /**
   * The command: in the folder that {@code GATEHOUSE_PEERS} names, in its default place, else on
   * the PATH.
   */
  public static Optional<Path> find(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "/");
    Stream<String> peers =
        Stream.of(
            environment.getOrDefault("GATEHOUSE_PEERS", ""), home + "/.cache/gatehouse/peers");
    return first(NAME, peers).or(() -> onPath(NAME, environment));
  }

  /** Any command. */
  static Optional<Path> onPath(String name, Map<String, String> environment) {
    return first(
        name, Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator)));
  }

  private static Optional<Path> first(String name, Stream<String> folders) {
    return folders
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * The command, or how to get it.
   *
   * @throws StartProblem when it is nowhere
   */
  static Path require(Map<String, String> environment) {
    return find(environment)
        .orElseThrow(() ->
            new StartProblem(
                """
                `./gatehouse dev` runs on a real Temporal server and needs the temporal command, which is not on the PATH. Get it in one of these ways:
                  a release      github.com/temporalio/cli/releases
                  Homebrew       brew install temporal
                  Go 1.26        go install github.com/temporalio/cli/cmd/temporal@v1.5.1\
                """));
  }
}
