package io.gatehouse.config;

import java.nio.file.Path;
import java.util.Map;

/** The folder for files of this user. */
final class Home {
  private Home() {}

  static Path of(Map<String, String> environment) {
    String home = environment.getOrDefault(Variable.HOME.key(), "");
    return home.isBlank()
        ? Path.of(System.getProperty("user.home"), ".gatehouse")
        : Path.of(home.strip());
  }
}
