package io.gatehouse.starter.actor;

import io.gatehouse.config.StartProblem;
import io.gatehouse.evidence.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A private key in a file that only its user can read. */
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.copyOf(PosixFilePermissions.fromString("rw-------"));

  private KeyFile() {}

  /**
   * The key, or nothing when there is no such file.
   *
   * @throws StartProblem when it is no key, or when others can read it
   */
  public static Optional<SigningKey> read(Path file) {
    try {
      String text = Files.readString(file);
      if (othersCanRead(file)) {
        throw new StartProblem(
            "The key %s can be read by others, so it proves nobody: have it revoked and make a new one, or chmod 600 it if you are sure."
                .formatted(file));
      }
      return Optional.of(SigningKey.parse(text));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StartProblem("The key %s cannot be read by this user.".formatted(file), e);
    } catch (IllegalArgumentException e) {
      throw new StartProblem(
          "%s is no key of Gatehouse (%s): ./gatehouse key enroll makes one."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Makes a key that was not there.
   *
   * @throws StartProblem when it was, or cannot be written
   */
  public static SigningKey create(Path file) {
    var key = SigningKey.generate();
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (isPosix(file)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(file, key.text(), StandardCharsets.UTF_8);
      } else {
        Files.writeString(file, key.text(), StandardOpenOption.CREATE_NEW);
      }
      return key;
    } catch (FileAlreadyExistsException e) {
      throw new StartProblem(
          "There is a key already in %s: it is yours until it is revoked.".formatted(file), e);
    } catch (IOException e) {
      throw new StartProblem("The key cannot be written to %s.".formatted(file), e);
    }
  }

  private static boolean othersCanRead(Path file) throws IOException {
    if (!isPosix(file)) {
      return false; // Windows: the folder of the user is closed to others by its own means
    }
    Set<PosixFilePermission> more = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    more.removeAll(
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    return !more.isEmpty();
  }

  private static boolean isPosix(Path file) {
    return Files.getFileAttributeView(file.toAbsolutePath().getRoot(), PosixFileAttributeView.class)
        != null;
  }
}
