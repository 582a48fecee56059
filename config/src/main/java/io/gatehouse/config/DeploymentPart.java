package io.gatehouse.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Worker versioning: off unless a deployment is named. */
final class DeploymentPart {
  /** Temporal puts a colon or a dot between deployment and build. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  private static final Pattern BUILD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");

  private DeploymentPart() {}

  static Optional<DeploymentSettings> read(Values values) {
    boolean named = values.isGiven(Variable.WORKER_DEPLOYMENT);
    boolean built = values.isGiven(Variable.WORKER_BUILD);
    if (built && !named) {
      values.refuse(
          Variable.WORKER_BUILD,
          "give " + Variable.WORKER_DEPLOYMENT.key() + " too, or neither: alone it does nothing");
    }
    if (!named) {
      return Optional.empty();
    }
    return Optional.of(
        new DeploymentSettings(
            values.matching(
                Variable.WORKER_DEPLOYMENT,
                NAME.asMatchPredicate(),
                "give letters, digits, - and _, like gatehouse"),
            built
                ? values.matching(
                    Variable.WORKER_BUILD,
                    BUILD.asMatchPredicate(),
                    "give letters, digits, - _ . and +, like 0.2.0")
                : null));
  }
}
