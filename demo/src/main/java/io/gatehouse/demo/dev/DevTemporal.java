package io.gatehouse.demo.dev;

import io.gatehouse.demo.TemporalService;
import io.gatehouse.temporal.Wire;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Clock;

/** A dev server seen at a pace. */
public final class DevTemporal implements TemporalService {
  private final DevServer server;
  private final Pace pace;
  private final WorkflowServiceStubs stubs;

  DevTemporal(DevServer server, Pace pace) {
    this.server = server;
    this.pace = pace;
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(server.target()).build());
  }

  @Override
  public String target() {
    return server.target();
  }

  @Override
  public String ui() {
    return server.ui();
  }

  @Override
  public WorkflowClient client() {
    return WorkflowClient.newInstance(
        stubs,
        WorkflowClientOptions.newBuilder()
            .setDataConverter(Wire.converter())
            .setPlugins(PacedWorkflows.plugin(pace))
            .build());
  }

  @Override
  public Clock clock() {
    return pace.clock();
  }

  @Override
  public void close() {
    stubs.shutdownNow();
    server.close();
  }
}
