package io.gatehouse.worker.host;

import io.gatehouse.config.DeploymentSettings;
import io.gatehouse.config.Settings;
import io.gatehouse.config.Variable;
import io.gatehouse.temporal.Implementations;
import io.gatehouse.temporal.TaskQueues;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.taskqueue.v1.TaskQueueVersioningInfo;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerOptions;
import org.jspecify.annotations.Nullable;

/**
 * Which build a worker is, if the house tells builds apart: Temporal then sends it only what was
 * meant for that build. Activities too, because what a workflow of one build asks for may be new to
 * the other.
 *
 * @param build null where the house does not tell builds apart
 */
record Versioning(@Nullable WorkerDeploymentVersion build) {
  static Versioning of(Settings settings) {
    return new Versioning(settings.deployment().map(Versioning::version).orElse(null));
  }

  private static WorkerDeploymentVersion version(DeploymentSettings deployment) {
    return new WorkerDeploymentVersion(deployment.name(), deployment.build(Implementations.class));
  }

  /**
   * Every workflow goes on with the build that is current: pinned to one whose workers are gone it
   * would wait for ever. Not by annotations: the SDK sends those from workers that are no build
   * too, and the server refuses them there.
   */
  WorkerOptions.Builder on(WorkerOptions.Builder options) {
    return build == null
        ? options
        : options.setDeploymentOptions(
            WorkerDeploymentOptions.newBuilder()
                .setUseVersioning(true)
                .setVersion(build)
                .setDefaultVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
                .build());
  }

  /** The sentence for the start of a process, with its line's end; empty when there is none. */
  String lines(WorkflowClient temporal) {
    String sentence = sentence(temporal);
    return sentence.isEmpty() ? "" : sentence + System.lineSeparator();
  }

  /** What somebody who starts this worker has to know; empty when everything is as usual. */
  String sentence(WorkflowClient temporal) {
    TaskQueueVersioningInfo routing = routing(temporal);
    String current = routing.getCurrentDeploymentVersion().getBuildId();
    if (build == null) {
      return current.isEmpty()
          ? ""
          : "Temporal gives all work to build %s, and this worker is none, so it gets nothing: set %s, or run ./gatehouse deployment current --unversioned."
              .formatted(current, Variable.WORKER_DEPLOYMENT.key());
    }
    String us =
        "This is build %s of deployment %s. "
            .formatted(build.getBuildId(), build.getDeploymentName());
    if (current.equals(build.getBuildId())) {
      return us + "It is current: all work comes here.";
    }
    return us
        + (current.isEmpty()
            ? "No build is current, so work waits unless a worker without a build takes it"
            : "Build %s is current, so this one gets nothing".formatted(current))
        + ramped(routing)
        + ": run ./gatehouse deployment current %s.".formatted(build.getBuildId());
  }

  private String ramped(TaskQueueVersioningInfo routing) {
    return build != null
            && routing.getRampingDeploymentVersion().getBuildId().equals(build.getBuildId())
        ? " but %.0f %% of the workflows".formatted(routing.getRampingVersionPercentage())
        : "";
  }

  private static TaskQueueVersioningInfo routing(WorkflowClient temporal) {
    try {
      return temporal
          .getWorkflowServiceStubs()
          .blockingStub()
          .describeTaskQueue(
              DescribeTaskQueueRequest.newBuilder()
                  .setNamespace(temporal.getOptions().getNamespace())
                  .setTaskQueue(TaskQueue.newBuilder().setName(TaskQueues.CORE))
                  .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                  .build())
          .getVersioningInfo();
    } catch (StatusRuntimeException unknown) { // a hint at the start is no reason not to start
      return TaskQueueVersioningInfo.getDefaultInstance();
    }
  }
}
