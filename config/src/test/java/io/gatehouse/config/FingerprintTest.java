package io.gatehouse.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default name of a build. */
class FingerprintTest {
  @TempDir private Path folder;
  private Path classes;

  @BeforeEach
  void built() throws IOException {
    classes = folder.resolve("classes");
    fill(classes);
  }

  private static void fill(Path root) throws IOException {
    Files.createDirectories(root.resolve("a"));
    Files.writeString(root.resolve("a/Scan.class"), "scan");
    Files.writeString(root.resolve("Guest.class"), "guest");
  }

  @Test
  void a_jar_and_the_folder_it_was_made_from_are_the_same_build() throws IOException {
    Path jar = folder.resolve("some.jar");
    String fromJar;
    try (var system = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      fill(system.getPath("/"));
      Files.writeString(system.getPath("/MANIFEST.MF"), "built by somebody, somewhere");
      fromJar = Fingerprint.of(system.getPath("/"));
    }
    assertThat(fromJar).matches("[0-9a-f]{12}").isEqualTo(Fingerprint.of(classes));
  }

  @Test
  void another_byte_or_another_name_is_another_build() throws IOException {
    String before = Fingerprint.of(classes);

    Files.writeString(classes.resolve("Guest.class"), "guesu", UTF_8);
    String changed = Fingerprint.of(classes);
    Files.move(classes.resolve("Guest.class"), classes.resolve("Guests.class"));

    assertThat(changed).isNotEqualTo(before);
    assertThat(Fingerprint.of(classes)).isNotIn(before, changed);
  }

  @Test
  void code_names_itself_wherever_it_was_loaded_from() {
    assertThat(Fingerprint.of(Fingerprint.class)).isEqualTo(Fingerprint.of(Settings.class));
    assertThat(Fingerprint.of(Test.class)).as("from a jar").matches("[0-9a-f]{12}");
  }
}
