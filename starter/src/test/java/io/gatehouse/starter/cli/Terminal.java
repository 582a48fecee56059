package io.gatehouse.starter.cli;

import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.starter.TestHouse;
import java.util.HashMap;
import java.util.Map;

/** Where Olivia, an operator, types commands for a house whose Temporal does not answer. */
final class Terminal implements AutoCloseable {
  static final String EXAMPLE = "../docs/operator/policy.example.yaml";

  final TestHouse house = new TestHouse();
  private final Map<String, String> environment = house.environment();

  Terminal() {
    environment.put("GATEHOUSE_TEMPORAL_TARGET", "127.0.0.1:1");
  }

  Ending run(String... arguments) {
    return Ending.of(environment, arguments);
  }

  Ending run(Map<String, String> more, String... arguments) {
    var with = new HashMap<>(environment);
    with.putAll(more);
    return Ending.of(with, arguments);
  }

  /** Access to the sandbox's directory. */
  static Map<String, String> graph(Sandbox sandbox) {
    return Map.of(
        "GATEHOUSE_GRAPH_BASE_URL", sandbox.graph().baseUrl().toString(),
        "GATEHOUSE_GRAPH_READER_KIND", "static",
        "GATEHOUSE_GRAPH_READER_TOKEN", AppRegistration.OBSERVER.token());
  }

  @Override
  public void close() {
    house.close();
  }
}
