package io.gatehouse.topology;

import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A rehearsed Temporal, looked at from outside. */
final class TemporalWindow implements AutoCloseable {
  private final WorkflowServiceStubs service;
  private final WorkflowClient client;

  TemporalWindow(String target, String namespace) {
    this.service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    this.client =
        WorkflowClient.newInstance(
            service, WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
  }

  /** How long closed workflows are kept. */
  Duration retention() {
    return Duration.ofSeconds(
        service
            .blockingStub()
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder()
                    .setNamespace(client.getOptions().getNamespace())
                    .build())
            .getConfig()
            .getWorkflowExecutionRetentionTtl()
            .getSeconds());
  }

  /** What stands beside a lifecycle since its start, in the trial without encryption. */
  @Nullable String detailsOfALifecycle() {
    var lifecycle = client.listExecutions("GatehouseStage IS NOT NULL").findFirst().orElseThrow();
    return client
        .newUntypedWorkflowStub(lifecycle.getExecution().getWorkflowId())
        .describe()
        .getStaticDetails();
  }

  void start(String workflowId) {
    client
        .newUntypedWorkflowStub(
            "Any",
            WorkflowOptions.newBuilder().setTaskQueue("nobody").setWorkflowId(workflowId).build())
        .start();
  }

  @Override
  public void close() {
    service.shutdownNow();
  }
}
