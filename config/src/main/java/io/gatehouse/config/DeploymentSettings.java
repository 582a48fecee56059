package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/**
 * Where a worker that takes part in worker versioning belongs.
 *
 * @param name the deployment's name in Temporal, one for all workers of a house
 * @param given the build's name, null where the code names itself
 */
public record DeploymentSettings(String name, @Nullable String given) {
  /**
   * The build's name: as given, else a fingerprint of the workflows' code.
   *
   * @param workflow any class of the room that holds the workflows
   */
  public String build(Class<?> workflow) {
    return given == null ? Fingerprint.of(workflow) : given;
  }
}
