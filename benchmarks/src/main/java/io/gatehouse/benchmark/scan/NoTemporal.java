package io.gatehouse.benchmark.scan;

import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/**
 * A client of a server that does not exist: in mode observe nobody asks Temporal for anything, and
 * whoever did would fail.
 */
final class NoTemporal implements AutoCloseable {
  private final WorkflowServiceStubs stubs =
      WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:1").build());

  WorkflowClient client() {
    return WorkflowClient.newInstance(stubs);
  }

  @Override
  public void close() {
    stubs.shutdownNow();
  }
}
