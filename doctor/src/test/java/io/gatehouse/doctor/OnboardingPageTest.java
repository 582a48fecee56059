package io.gatehouse.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.graph.access.Duty;
import io.gatehouse.graph.access.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page tells administrators to grant what the doctor asks for, and nothing else. */
class OnboardingPageTest {
  private static final Path PAGE = Path.of("..", "docs", "operator", "onboarding.md");

  @Test
  void the_page_lists_every_permission_of_every_registration() throws IOException {
    assertThat(Files.readString(PAGE)).contains(table());
  }

  /** Paste this into the page when the test fails. */
  private static String table() {
    return Arrays.stream(Duty.values())
        .flatMap(duty -> duty.needs().stream().map(need -> row(duty, need)))
        .collect(
            Collectors.joining(
                "\n",
                "| registration | permission | for | without it |\n|---|---|---|---|\n",
                "\n"));
  }

  private static String row(Duty duty, Need need) {
    return "| %s | %s%s | %s | %s |"
        .formatted(
            duty.name().toLowerCase(Locale.ROOT),
            need.permission(),
            need.weight() == Need.Weight.WITH_P2 ? " (Entra ID P2)" : "",
            need.use(),
            need.without());
  }
}
