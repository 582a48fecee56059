package io.gatehouse.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What tells two builds of the same code apart: twelve hex digits over its class files, the same
 * from a jar as from a folder. Builds that differ elsewhere only are one and the same by it.
 */
final class Fingerprint {
  private static final int BYTES = 6;

  private Fingerprint() {}

  /** Of everything that was built together with a class. */
  static String of(Class<?> one) {
    try {
      var source = Objects.requireNonNull(one.getProtectionDomain().getCodeSource());
      Path place = Path.of(source.getLocation().toURI());
      if (Files.isDirectory(place)) {
        return of(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return of(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The code of %s has no place.".formatted(one), e);
    }
  }

  static String of(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      var classes =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .sorted((a, b) -> name(root, a).compareTo(name(root, b)))
              .toList();
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : classes) {
        byte[] content = Files.readAllBytes(file);
        digest.update("%s %d\n".formatted(name(root, file), content.length).getBytes(UTF_8));
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
