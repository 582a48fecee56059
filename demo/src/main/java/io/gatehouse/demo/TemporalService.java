package io.gatehouse.demo;

import io.temporal.client.WorkflowClient;
import java.time.Clock;

/** The Temporal that a house of the demo stands on, and the time that is right there. */
public interface TemporalService extends AutoCloseable {
  /** Host and port of its gRPC service, on this machine. */
  String target();

  /** The address of its UI; empty where it has none. */
  default String ui() {
    return "";
  }

  WorkflowClient client();

  /** What workflows, and with them everything else in the house, go by. */
  Clock clock();

  @Override
  void close();
}
