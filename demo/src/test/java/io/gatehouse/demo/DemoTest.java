package io.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.config.RunningDemo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer starts it: a process of its own. */
class DemoTest {
  /** Many times what the longest of them takes. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir Path home;

  private record Ended(int status, String output) {}

  @Test
  void a_hundred_and_fifty_days_end_with_every_invariant_holding() throws Exception {
    Ended demo = demo("--exit", "--port", "0");
    assertThat(demo.output())
        .contains("Everything holds")
        .doesNotContain("FAIL", "WARN", "\tat ", "java.");
    assertThat(demo.status()).isZero();
  }

  @Test
  void another_seed_gives_another_tenant_in_which_everything_holds_too() throws Exception {
    Ended demo = demo("--exit", "--port", "0", "--seed", "7", "--days", "60", "--guests", "60");
    assertThat(demo.output()).contains("Everything holds");
    assertThat(demo.status()).isZero();
  }

  @Test
  void a_port_in_use_is_one_sentence_and_nothing_stays_behind() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended demo = demo("--exit", "--port", Integer.toString(taken.getLocalPort()));
      assertThat(demo.status()).isEqualTo(1);
      assertThat(demo.output()).contains("is in use").doesNotContain("\tat ");
      assertThat(announcement().variables()).isEmpty();
    }
  }

  @Test
  void a_second_demo_is_refused_while_the_first_one_runs() throws Exception {
    announcement().announce(Map.of("GATEHOUSE_TENANT", "held by this test"));
    Ended second = demo("--exit", "--port", "0");
    assertThat(second.status()).isEqualTo(1);
    assertThat(second.output()).contains("A demo is running already");
  }

  @Test
  void nonsense_on_the_command_line_is_refused_before_anything_starts() throws Exception {
    assertThat(demo("--days", "0").status()).isEqualTo(2);
    assertThat(demo("--dais", "3").output()).contains("--dais");
  }

  private RunningDemo announcement() {
    return RunningDemo.of(Map.of("GATEHOUSE_HOME", home.toString()));
  }

  private Ended demo(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatehouse.demo.DemoMain"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GATEHOUSE_HOME", home.toString());
    Process process = builder.start();
    // From the start, since one that neither speaks nor ends would keep whoever reads it for ever;
    // by its handle, which leaves open what it said so far.
    var kill =
        CompletableFuture.runAsync(
            process.toHandle()::destroyForcibly,
            CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    assertThat(kill.cancel(false))
        .as("the demo ended within %s; so far it said:%n%s", PATIENCE, output)
        .isTrue();
    return new Ended(status, output);
  }
}
