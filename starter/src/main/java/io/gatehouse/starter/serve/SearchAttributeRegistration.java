package io.gatehouse.starter.serve;

import io.gatehouse.config.StartProblem;
import io.gatehouse.temporal.SearchAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Registers what lifecycles can be filtered by, once per namespace. */
public final class SearchAttributeRegistration {
  private SearchAttributeRegistration() {}

  /**
   * Adds the attributes that are missing.
   *
   * @throws StartProblem when one exists with another type
   */
  public static void ensure(WorkflowClient client) {
    var options =
        OperatorServiceStubsOptions.newBuilder()
            .setChannel(client.getWorkflowServiceStubs().getRawChannel())
            .validateAndBuildWithDefaults(); // plain build() leaves the metrics scope null
    var stub =
        OperatorServiceStubs.newServiceStubs(options)
            .blockingStub()
            .withDeadlineAfter(10, TimeUnit.SECONDS);
    String namespace = client.getOptions().getNamespace();
    var missing = new TreeMap<>(SearchAttributes.ALL);
    known(stub, namespace)
        .forEach((name, type) -> {
          IndexedValueType wanted = missing.remove(name);
          if (wanted != null && wanted != type) {
            throw new StartProblem(
                "Namespace %s has the search attribute %s as %s, Gatehouse needs %s: remove it or use another namespace."
                    .formatted(namespace, name, type, wanted));
          }
        });
    missing.forEach((name, type) -> add(stub, namespace, name, type));
  }

  /** Empty when the server cannot list them, as the one in the JVM. */
  private static Map<String, IndexedValueType> known(
      OperatorServiceBlockingStub stub, String namespace) {
    try {
      return stub.listSearchAttributes(
              ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
          .getCustomAttributesMap();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return Map.of();
      }
      throw e;
    }
  }

  private static void add(
      OperatorServiceBlockingStub stub, String namespace, String name, IndexedValueType type) {
    try {
      stub.addSearchAttributes(
          AddSearchAttributesRequest.newBuilder()
              .setNamespace(namespace)
              .putSearchAttributes(name, type)
              .build());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        throw new StartProblem(
            "The search attribute %s cannot be added to namespace %s (%s): add it there by hand as %s."
                .formatted(name, namespace, e.getStatus().getCode(), type),
            e);
      }
    }
  }
}
