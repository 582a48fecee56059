package io.gatehouse.config;

import static io.gatehouse.config.SomeEnvironment.COMPLETE;
import static io.gatehouse.config.SomeEnvironment.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials, keys and passwords: what goes together, and that none of them shows. */
class SecretSettingsTest {
  @Test
  void a_writing_registration_needs_a_reading_one_of_its_own() {
    var environment = new HashMap<>(COMPLETE);
    environment.put("GATEHOUSE_GRAPH_WRITER_KIND", "static");
    environment.put("GATEHOUSE_GRAPH_WRITER_TOKEN", "s3cret-writer");

    assertThatThrownBy(() -> Settings.of(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("GATEHOUSE_GRAPH_LOOKER_KIND");

    environment.put("GATEHOUSE_GRAPH_LOOKER_KIND", "static");
    environment.put("GATEHOUSE_GRAPH_LOOKER_TOKEN", "s3cret-looker");
    assertThat(Settings.of(environment).graph().acting())
        .isEqualTo(
            new GraphSettings.Acting(
                new GraphCredential.Static("s3cret-looker"),
                new GraphCredential.Static("s3cret-writer")));
  }

  @Test
  void a_process_that_only_looks_needs_no_other_registration() {
    var environment =
        Map.of(
            "GATEHOUSE_TENANT", TENANT,
            "GATEHOUSE_GRAPH_LOOKER_KIND", "static",
            "GATEHOUSE_GRAPH_LOOKER_TOKEN", "s3cret-looker");

    GraphSettings graph = Settings.of(environment, Part.LOOKER).graph();

    assertThat(graph.reader()).isNull();
    assertThat(graph.acting())
        .isEqualTo(new GraphSettings.Acting(new GraphCredential.Static("s3cret-looker"), null));
    assertThatThrownBy(() -> Settings.of(environment, Part.WRITER))
        .hasMessageContaining("GATEHOUSE_GRAPH_WRITER_KIND");
  }

  @Test
  void a_vault_needs_a_way_to_sign_in_and_takes_no_fixed_token() {
    var environment = new HashMap<>(COMPLETE);
    environment.put("GATEHOUSE_KEYS_VAULT_KEY", "https://v.vault.azure.net/keys/gatehouse/1");
    assertThatThrownBy(() -> Settings.of(environment, Part.VAULT))
        .hasMessageContaining("without a version")
        .hasMessageContaining("GATEHOUSE_KEYS_VAULT_KIND");

    environment.put("GATEHOUSE_KEYS_VAULT_KEY", "https://v.vault.azure.net/keys/gatehouse");
    environment.put("GATEHOUSE_KEYS_VAULT_KIND", "static");
    assertThatThrownBy(() -> Settings.of(environment, Part.VAULT))
        .hasMessageContaining("give certificate, workload or managed");

    environment.put("GATEHOUSE_KEYS_VAULT_KIND", "managed");
    assertThat(Settings.of(environment, Part.VAULT).vault())
        .isEqualTo(
            new VaultSettings(
                "https://v.vault.azure.net/keys/gatehouse", new GraphCredential.Managed(null)));
  }

  @Test
  void keys_in_environment_or_folder_turn_encryption_on() {
    var environment = new HashMap<>(COMPLETE);
    environment.put("GATEHOUSE_KEYS_WRITE", "2026-11-27-9f3ab1c4");
    environment.put("GATEHOUSE_KEYS", "2026-11-27-9f3ab1c4=geheim");
    environment.put("GATEHOUSE_KEYS_FOLDER", "/etc/gatehouse/keys");
    environment.put("GATEHOUSE_KEYS_PLAINTEXT_UNTIL", "2027-03-31");

    var encryption = Settings.of(environment).temporal().encryption();

    assertThat(encryption)
        .isEqualTo(
            new EncryptionSettings(
                "2026-11-27-9f3ab1c4",
                "2026-11-27-9f3ab1c4=geheim",
                Path.of("/etc/gatehouse/keys"),
                LocalDate.of(2027, 3, 31),
                null))
        .asString()
        .doesNotContain("geheim");
  }

  @Test
  void a_secret_may_stand_in_a_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "from-a-file\n");
    var environment = new HashMap<>(COMPLETE);
    environment.remove("GATEHOUSE_DB_PASSWORD");
    environment.put("GATEHOUSE_DB_PASSWORD_FILE", file.toString());

    assertThat(Settings.of(environment).database().password()).isEqualTo("from-a-file");
  }

  @Test
  void a_secret_given_twice_or_in_a_missing_file_is_a_problem_without_its_value() {
    var twice = new HashMap<>(COMPLETE);
    twice.put("GATEHOUSE_DB_PASSWORD_FILE", "/nowhere/password");
    var missing = new HashMap<>(twice);
    missing.remove("GATEHOUSE_DB_PASSWORD");

    assertThatThrownBy(() -> Settings.of(twice))
        .hasMessageContaining("not both")
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> Settings.of(missing))
        .hasMessageContaining("/nowhere/password")
        .hasMessageContaining("cannot be read");
  }

  @Test
  void no_secret_shows_in_the_text_of_the_settings() {
    Settings settings = Settings.of(COMPLETE);

    assertThat(
            "%s %s %s %s %s"
                .formatted(
                    settings.database(),
                    settings.reader(),
                    settings.migration(),
                    settings.mail(),
                    settings.graph()))
        .doesNotContain("s3cret");
  }
}
