package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnSessionTest {
  @Test
  void with_setsid_or_without_a_command_leads_a_session_of_its_own() throws Exception {
    for (Map<String, String> environment : List.of(System.getenv(), Map.of("PATH", "/nowhere"))) {
      var command = new ArrayList<>(OwnSession.prefix(environment));
      command.addAll(List.of("sh", "-c", "ps -o sid= -p $$; echo $$"));
      Process process = new ProcessBuilder(command).start();

      String[] said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .split("\\s+");

      assertThat(said).as(command.getFirst()).hasSize(2);
      assertThat(said[0]).as("session of %s", command.getFirst()).isEqualTo(said[1]);
    }
  }
}
