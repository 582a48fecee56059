package io.gatehouse.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code .env} that {@code ./gatehouse init-env} writes, made in a folder of its own. */
record EnvFile(Path file, String said) {
  static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

  /** Runs the launcher's own command on copies of itself and its template. */
  static EnvFile written(Path folder, String... options) throws IOException {
    Files.createDirectories(folder.resolve("deploy"));
    for (String needed : List.of("gatehouse", "deploy/env.template")) {
      if (!Files.exists(folder.resolve(needed))) {
        Files.copy(HOUSE.resolve(needed), folder.resolve(needed));
      }
    }
    var command =
        new ArrayList<>(List.of("sh", folder.resolve("gatehouse").toString(), "init-env"));
    command.addAll(List.of(options));
    String said = Program.start("init-env", folder, command, Map.of()).ended();
    return new EnvFile(folder.resolve(".env"), said);
  }

  Map<String, String> variables() {
    try {
      var variables = new LinkedHashMap<String, String>();
      for (String line : Files.readAllLines(file)) {
        int at = line.indexOf('=');
        if (!line.startsWith("#") && at > 0) {
          variables.put(line.substring(0, at), line.substring(at + 1));
        }
      }
      return variables;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
