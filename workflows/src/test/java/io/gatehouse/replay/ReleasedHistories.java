package io.gatehouse.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was released may not change: lifecycles of those versions run somewhere. {@code
 * released.txt} beside the folders has a line per released version, its folder and a hash over it;
 * the line is written when the version is released, and {@link #line} prints it.
 */
final class ReleasedHistories {
  private final Path folder;

  ReleasedHistories(Path folder) {
    this.folder = folder;
  }

  /** Each released version's hash. */
  Map<String, String> released() throws IOException {
    var released = new TreeMap<String, String>();
    for (String line : Files.readAllLines(folder.resolve("released.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ", 2);
        released.put(words[0], words[1].strip());
      }
    }
    return released;
  }

  /** What is wrong, a sentence each. */
  List<String> problems(String inTheMaking) throws IOException {
    var problems = new ArrayList<String>();
    Map<String, String> released = released();
    for (String version : versions()) {
      if (!released.containsKey(version) && !version.equals(inTheMaking)) {
        problems.add(
            "%s is neither released nor in the making: if it is released, add the line \"%s\"."
                .formatted(version, line(version)));
      }
    }
    for (var each : released.entrySet()) {
      if (each.getKey().equals(inTheMaking)) {
        problems.add(
            "%s is released: the next version gets a folder of its own.".formatted(inTheMaking));
      }
      if (!each.getValue().equals(hash(each.getKey()))) {
        problems.add(
            "%s is released and was changed: put its files back as they were."
                .formatted(each.getKey()));
      }
    }
    return problems;
  }

  String line(String version) throws IOException {
    return version + " " + hash(version);
  }

  private List<String> versions() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(Files::isDirectory)
          .map(child -> child.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Of the names and contents of all files; of nothing when the folder is gone. */
  private String hash(String version) throws IOException {
    Path root = folder.resolve(version);
    try (Stream<Path> walk = Files.isDirectory(root) ? Files.walk(root) : Stream.empty()) {
      var digest = MessageDigest.getInstance("SHA-256");
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        byte[] content = Files.readAllBytes(file);
        digest.update("%s %d\n".formatted(root.relativize(file), content.length).getBytes(UTF_8));
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
