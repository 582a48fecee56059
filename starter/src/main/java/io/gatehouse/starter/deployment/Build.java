package io.gatehouse.starter.deployment;

import com.google.protobuf.Timestamp;
import io.temporal.api.deployment.v1.RoutingConfig;
import io.temporal.api.deployment.v1.WorkerDeploymentInfo.WorkerDeploymentVersionSummary;
import java.time.Instant;

/**
 * One build that workers of the deployment polled as.
 *
 * @param share of workflows that it takes, in per cent; 0 for none
 * @param firstSeen when a worker polled as it first
 */
public record Build(String id, Place place, float share, Instant firstSeen) {
  /** What a build does in its deployment. */
  public enum Place {
    /** All that is not ramped to another one comes here. */
    CURRENT("current"),
    /** A part of the workflows comes here. */
    RAMPING("ramping"),
    /** Nothing new comes; workflows may still be bound to it. */
    DRAINING("draining"),
    /** Nothing needs it: its workers can stop. */
    DRAINED("not needed any longer"),
    /** Workers polled; nobody made it current yet. */
    WAITING("waits to be made current");

    private final String words;

    Place(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  static Build of(WorkerDeploymentVersionSummary summary, RoutingConfig routing) {
    String id = summary.getDeploymentVersion().getBuildId();
    Place place =
        switch (summary.getStatus()) {
          case WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT -> Place.CURRENT;
          case WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING -> Place.RAMPING;
          case WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING -> Place.DRAINING;
          case WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED -> Place.DRAINED;
          default -> Place.WAITING;
        };
    float ramp = routing.getRampingVersionPercentage();
    float share =
        switch (place) {
          case RAMPING -> ramp;
          case CURRENT -> 100 - ramp;
          case DRAINING, DRAINED, WAITING -> 0;
        };
    Timestamp created = summary.getCreateTime();
    return new Build(
        id, place, share, Instant.ofEpochSecond(created.getSeconds(), created.getNanos()));
  }
}
