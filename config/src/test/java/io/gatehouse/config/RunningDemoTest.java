package io.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningDemoTest {
  private static final Map<String, String> VARIABLES =
      Map.of("GATEHOUSE_DB_URL", "jdbc:postgresql://localhost:5/a?b=c", "GATEHOUSE_DB_USER", "app");

  @TempDir Path home;
  private Map<String, String> environment = Map.of();
  private RunningDemo demo = RunningDemo.of(Map.of());

  @BeforeEach
  void at_home() {
    environment = Map.of("GATEHOUSE_HOME", home.resolve("new").toString());
    demo = RunningDemo.of(environment);
  }

  @Test
  void a_command_without_a_connection_finds_the_running_demo() {
    demo.announce(VARIABLES);

    assertThat(RunningDemo.orElse(environment)).containsAllEntriesOf(VARIABLES);
  }

  @Test
  void a_command_with_a_connection_of_its_own_keeps_it() {
    demo.announce(VARIABLES);
    var own =
        Map.of(
            "GATEHOUSE_HOME",
            home.resolve("new").toString(),
            "GATEHOUSE_DB_URL",
            "jdbc:postgresql://db.example.com/a");

    assertThat(RunningDemo.orElse(own)).isEqualTo(own);
  }

  @Test
  void the_file_is_for_this_user_alone_and_goes_with_the_demo() throws IOException {
    demo.announce(VARIABLES);
    Path file = home.resolve("new").resolve("demo.env");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    demo.withdraw();
    assertThat(file).doesNotExist();
    assertThat(RunningDemo.orElse(environment)).isEqualTo(environment);
  }

  @Test
  void a_second_demo_is_refused() {
    demo.announce(VARIABLES);

    assertThatThrownBy(() -> demo.announce(VARIABLES))
        .hasMessageContaining("A demo runs already")
        .hasMessageContaining("GATEHOUSE_HOME");
  }

  @Test
  void a_file_that_a_dead_demo_left_behind_does_not_count() throws IOException {
    demo.announce(VARIABLES);
    Path file = home.resolve("new").resolve("demo.env");
    Files.writeString(
        file, Files.readString(file).replaceFirst("started=.*", "started=2001-01-01T00:00:00Z"));

    assertThat(demo.variables()).isEmpty();
    demo.announce(VARIABLES);
    assertThat(demo.variables()).contains(VARIABLES);
  }
}
