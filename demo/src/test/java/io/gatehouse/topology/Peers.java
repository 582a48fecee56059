package io.gatehouse.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others that {@code .ci/peers} builds and the system's packages bring. */
final class Peers {
  static final Path POSTGRES = Path.of("/usr/lib/postgresql/15/bin");
  private static final Path FOLDER = folder();

  private Peers() {}

  /**
   * Ends the test when a program is missing: as failed where {@code CI} is set, else as skipped.
   */
  static void require(String... names) {
    List<Path> missing =
        Stream.of(names)
            .map(name -> name.equals("postgres") ? POSTGRES.resolve(name) : program(name))
            .filter(program -> !Files.isExecutable(program))
            .toList();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(missing).as("CI has to have them: .ci/peers, package postgresql-15").isEmpty();
    }
    assumeTrue(missing.isEmpty(), "not there, so nothing was tried (run .ci/peers): " + missing);
  }

  static Path program(String name) {
    return FOLDER.resolve(name);
  }

  private static Path folder() {
    String told = System.getenv("GATEHOUSE_PEERS");
    return told == null
        ? Path.of(System.getProperty("user.home"), ".cache", "gatehouse", "peers")
        : Path.of(told);
  }
}
