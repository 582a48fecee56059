package io.gatehouse.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where private keys lie: in files of this user, never in a variable.
 *
 * @param operator of whoever is at the command line
 * @param service of the pages on this machine
 */
public record KeyFiles(Path operator, Path service) {
  public static KeyFiles of(Map<String, String> environment) {
    return new KeyFiles(
        file(environment, Variable.KEY, "operator.key"),
        file(environment, Variable.SERVICE_KEY, "service.key"));
  }

  private static Path file(Map<String, String> environment, Variable variable, String name) {
    String given = environment.getOrDefault(variable.key(), "");
    return given.isBlank() ? Home.of(environment).resolve(name) : Path.of(given.strip());
  }
}
