package io.gatehouse.starter.deployment;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.deployment.v1.WorkerDeploymentInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkerDeploymentRequest;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentRampingVersionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The workers' deployment in Temporal. A build is known there only once a worker polled as it, and
 * the server refuses while it is busy with an earlier change: both pass, so both are waited for.
 */
public final class Deployment {
  private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(500);

  /** What a little later may be no problem any longer; quota and elections included. */
  private static final Set<Status.Code> PASSING =
      Set.of(
          Status.Code.NOT_FOUND,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.ABORTED,
          Status.Code.UNAVAILABLE,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.DEADLINE_EXCEEDED);

  private final WorkflowServiceBlockingStub service;
  private final String namespace;
  private final String identity;
  private final String name;

  /** A house's deployment by its name. */
  public Deployment(WorkflowClient client, String name) {
    this.service = client.getWorkflowServiceStubs().blockingStub();
    this.namespace = client.getOptions().getNamespace();
    this.identity = client.getOptions().getIdentity();
    this.name = name;
  }

  /** All builds, the youngest first; empty before any worker polled. */
  public List<Build> builds() {
    try {
      WorkerDeploymentInfo info =
          service
              .describeWorkerDeployment(
                  DescribeWorkerDeploymentRequest.newBuilder()
                      .setNamespace(namespace)
                      .setDeploymentName(name)
                      .build())
              .getWorkerDeploymentInfo();
      return info.getVersionSummariesList().stream()
          .map(summary -> Build.of(summary, info.getRoutingConfig()))
          .sorted(Comparator.comparing(Build::firstSeen).reversed())
          .toList();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * Sends all work to a build.
   *
   * @param build empty for workers that are no build
   * @throws Refused when the server does not take it in time
   */
  public void makeCurrent(String build, Duration patience) {
    accepted(
        patience,
        () ->
            service.setWorkerDeploymentCurrentVersion(
                SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                    .setNamespace(namespace)
                    .setDeploymentName(name)
                    .setBuildId(build)
                    .setIdentity(identity)
                    .build()));
  }

  /**
   * Sends some of the workflows to a build, the others stay with the current one.
   *
   * @param percent 0 to send none any longer
   * @throws Refused when the server does not take it in time
   */
  public void ramp(String build, int percent, Duration patience) {
    accepted(
        patience,
        () ->
            service.setWorkerDeploymentRampingVersion(
                SetWorkerDeploymentRampingVersionRequest.newBuilder()
                    .setNamespace(namespace)
                    .setDeploymentName(name)
                    .setBuildId(percent == 0 ? "" : build)
                    .setPercentage(percent)
                    .setIdentity(identity)
                    .build()));
  }

  private static void accepted(Duration patience, Runnable change) {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        change.run();
        return;
      } catch (StatusRuntimeException e) {
        Status status = e.getStatus();
        if (!PASSING.contains(status.getCode()) || System.nanoTime() > end) {
          throw new Refused(
              status.getDescription() == null
                  ? status.getCode().toString()
                  : status.getDescription(),
              e);
        }
        LockSupport.parkNanos(BETWEEN_TRIES);
      }
    }
  }

  /** The server does not take the change; the message is its own. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String said, StatusRuntimeException cause) {
      super(said, cause);
    }
  }
}
