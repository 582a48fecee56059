package io.gatehouse.starter.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void a_file_is_written_for_its_owner_only() throws IOException {
    Path file = folder.resolve("guests.csv");

    WholeFile.write(file, out -> out.write("Zoë\n"));

    assertThat(file).content().isEqualTo("Zoë\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void what_fails_half_way_leaves_the_older_file_and_nothing_else() throws IOException {
    Path file = Files.writeString(folder.resolve("guests.csv"), "yesterday");

    assertThatThrownBy(() ->
            WholeFile.write(
                file,
                out -> {
                  out.write("half");
                  throw new IOException("the disk is full");
                }))
        .hasMessage("the disk is full");

    assertThat(file).content().isEqualTo("yesterday");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void a_folder_that_is_not_there_is_not_made() {
    assertThatThrownBy(
            () -> WholeFile.write(folder.resolve("no/guests.csv"), out -> out.write("x")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
