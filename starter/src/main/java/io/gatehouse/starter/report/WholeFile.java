package io.gatehouse.starter.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A text file that is there wholly or not at all: written beside its place, readable by its owner
 * only since it holds names, and moved when it is complete. An older file stays until then.
 */
public final class WholeFile {

  /** What fills the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Writer out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes in UTF-8 and moves.
   *
   * @throws IOException when the folder is missing or cannot be written, or the disk is full
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent(), "only the root has none");
    Path part = Files.createTempFile(folder, "." + target.getFileName(), ".part");
    try {
      try (var out = Files.newBufferedWriter(part)) {
        content.writeTo(out);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
