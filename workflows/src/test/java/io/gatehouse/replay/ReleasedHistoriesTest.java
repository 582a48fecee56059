package io.gatehouse.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ours are kept, and a change of one would be noticed. */
class ReleasedHistoriesTest {
  @TempDir private Path folder;
  private ReleasedHistories histories;

  @BeforeEach
  void two_released_versions_and_one_in_the_making() throws IOException {
    histories = new ReleasedHistories(folder);
    for (String version : new String[] {"v1", "v2", "v3"}) {
      Files.createDirectories(folder.resolve(version));
      Files.writeString(folder.resolve(version).resolve("scan.json"), version);
    }
    Files.writeString(
        folder.resolve("released.txt"),
        "# by hand\n" + histories.line("v1") + "\n" + histories.line("v2") + "\n");
    assertThat(histories.problems("v3")).isEmpty();
  }

  @Test
  void what_we_released_is_as_it_was() throws IOException {
    assertThat(new ReleasedHistories(Histories.FOLDER).problems(Histories.CURRENT)).isEmpty();
  }

  @Test
  void a_changed_file_is_noticed() throws IOException {
    Files.writeString(folder.resolve("v1/scan.json"), "written anew");

    assertThat(histories.problems("v3"))
        .containsExactly("v1 is released and was changed: put its files back as they were.");
  }

  @Test
  void a_file_that_came_or_went_is_noticed() throws IOException {
    Files.writeString(folder.resolve("v1/later.json"), "later");
    Files.delete(folder.resolve("v2/scan.json"));

    assertThat(histories.problems("v3")).hasSize(2);
  }

  @Test
  void a_folder_that_went_is_noticed() throws IOException {
    Files.delete(folder.resolve("v2/scan.json"));
    Files.delete(folder.resolve("v2"));

    assertThat(histories.problems("v3")).hasSize(1);
  }

  @Test
  void a_released_version_is_no_longer_in_the_making() throws IOException {
    assertThat(histories.problems("v2"))
        .anyMatch(problem -> problem.startsWith("v2 is released: the next version"))
        .anyMatch(problem -> problem.startsWith("v3 is neither released nor in the making"));
  }
}
