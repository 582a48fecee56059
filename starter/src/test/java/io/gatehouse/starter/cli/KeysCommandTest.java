package io.gatehouse.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.temporal.codec.DataKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  private static final Pattern PRINTED =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}-[0-9a-f]{8})=(\\S+)\n\nAdd this entry to GATEHOUSE_KEYS");

  @TempDir private Path folder = Path.of("");

  @Test
  void a_new_key_is_printed_with_where_it_belongs() {
    var printed = PRINTED.matcher(run("keys", "new"));

    assertThat(printed.find()).isTrue();
    assertThat(DataKey.of(printed.group(1), Base64.getDecoder().decode(printed.group(2))).id())
        .isEqualTo(printed.group(1));
  }

  @Test
  void a_new_key_is_written_instead_and_not_printed() throws IOException {
    String said = run("keys", "new", "--folder", folder.toString());

    Path file;
    try (var files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    String id = file.getFileName().toString().replace(".key", "");
    assertThat(said)
        .startsWith("Wrote " + file)
        .contains("GATEHOUSE_KEYS_WRITE=" + id)
        .doesNotContain(Files.readString(file).strip());
  }

  @Test
  void a_wrapped_one_needs_a_vault() {
    assertThat(run("keys", "new", "--wrapped"))
        .contains("GATEHOUSE_KEYS_VAULT_KEY is not set")
        .contains("GATEHOUSE_KEYS_VAULT_KIND is not set");
  }

  private static String run(String... arguments) {
    return Ending.said(
        Map.of("GATEHOUSE_TENANT", "11111111-2222-4333-8444-555555555555"), arguments);
  }
}
