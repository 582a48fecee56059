package io.gatehouse.keys;

import io.gatehouse.config.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder with one file per key, {@code ID.key}. Files that others may read are refused. */
public final class KeyFolder {
  private static final String SUFFIX = ".key";

  private final Path folder;

  public KeyFolder(Path folder) {
    this.folder = folder;
  }

  void read(StoredKeys into) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> keys =
          files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
      for (Path file : keys) {
        read(file, into);
      }
    } catch (IOException e) {
      into.problem("The folder of keys %s cannot be read by this user.", folder);
    }
  }

  private static void read(Path file, StoredKeys into) throws IOException {
    if (isReadableByOthers(file)) {
      into.problem("The key file %s can be read by others: run chmod 600 %s.", file, file);
      return;
    }
    String name = file.getFileName().toString();
    into.add(
        name.substring(0, name.length() - SUFFIX.length()),
        Files.readString(file).strip(),
        file.toString());
  }

  private static boolean isReadableByOthers(Path file) throws IOException {
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
    return allowed.contains(PosixFilePermission.GROUP_READ)
        || allowed.contains(PosixFilePermission.OTHERS_READ);
  }

  /**
   * Writes a new key where only this user can read it.
   *
   * @return its file
   * @throws StartProblem with a sentence when that cannot be done
   */
  public Path write(NewKey key) {
    Path file = folder.resolve(key.id() + SUFFIX);
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, key.value() + "\n", StandardOpenOption.WRITE);
      return file;
    } catch (IOException e) {
      throw new StartProblem(
          "The key could not be written to %s: name a folder that this user can write to."
              .formatted(file),
          e);
    }
  }
}
