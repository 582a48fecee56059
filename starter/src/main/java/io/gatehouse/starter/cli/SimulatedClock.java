package io.gatehouse.starter.cli;

import com.google.protobuf.Empty;
import com.google.protobuf.Timestamp;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a demo's Temporal server, which runs months ahead of the wall. */
final class SimulatedClock extends Clock {
  private final WorkflowServiceStubs stubs;

  SimulatedClock(WorkflowServiceStubs stubs) {
    this.stubs = stubs;
  }

  @Override
  public Instant instant() {
    Timestamp time =
        TestServiceGrpc.newBlockingStub(stubs.getRawChannel())
            .getCurrentTime(Empty.getDefaultInstance())
            .getTime();
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this; // every reader asks for an instant and brings the policy's zone
  }
}
