package io.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The operator's page of variables says what the program reads, and nothing else. */
class SettingsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "operator", "settings.md");

  @Test
  void the_page_lists_every_variable_with_its_meaning_and_default() throws IOException {
    assertThat(Files.readString(PAGE)).contains(table());
  }

  /** Paste this into the page when the test fails. */
  private static String table() {
    return Arrays.stream(Variable.values())
        .map(SettingsPageTest::row)
        .collect(
            Collectors.joining("\n", "| variable | meaning | default |\n|---|---|---|\n", "\n"));
  }

  private static String row(Variable variable) {
    String otherwise =
        variable.secret()
            ? "secret"
            : variable.fallback().isEmpty() ? "" : "`" + variable.fallback() + "`";
    return "| `%s` | %s | %s |".formatted(variable.key(), variable.meaning(), otherwise);
  }
}
