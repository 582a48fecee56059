package io.gatehouse.starter.serve;

import io.gatehouse.config.StartProblem;
import io.gatehouse.temporal.SearchAttributes;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Registers what lifecycles can be filtered by, once per namespace. */
public final class SearchAttributeRegistration {
  /**
   * Front ends remember namespaces and attributes for some seconds (measured: two): until then a
   * search or a start with new ones fails.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** What a server says that has not heard yet, or is busy starting. */
  private static final Set<Status.Code> NOT_YET =
      Set.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.NOT_FOUND,
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED);

  private static final int ANSWER_SECONDS = 10;

  private final WorkflowClient client;
  private final OperatorServiceStubs operator;
  private final String namespace;

  private SearchAttributeRegistration(WorkflowClient client) {
    this.client = client;
    this.namespace = client.getOptions().getNamespace();
    this.operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(client.getWorkflowServiceStubs().getRawChannel())
                .validateAndBuildWithDefaults()); // plain build() leaves the metrics scope null
  }

  /**
   * Adds the attributes that are missing, and comes back when lifecycles can be searched by them.
   *
   * @throws StartProblem when one exists with another type, or when they do not become usable
   */
  public static void ensure(WorkflowClient client) {
    new SearchAttributeRegistration(client).untilUsable();
  }

  /** What is missing or of another type, a sentence each; changes nothing. */
  public static List<String> problems(WorkflowClient client) {
    var registration = new SearchAttributeRegistration(client);
    Map<String, IndexedValueType> known = registration.known();
    var problems = new ArrayList<String>();
    new TreeMap<>(SearchAttributes.ALL)
        .forEach((name, wanted) -> {
          IndexedValueType found = known.get(name);
          if (found == null) {
            problems.add(
                "Search attribute %s is missing: run ./gatehouse namespace apply.".formatted(name));
          } else if (found != wanted) {
            problems.add(registration.otherType(name, found, wanted));
          }
        });
    return problems;
  }

  private String otherType(String name, IndexedValueType found, IndexedValueType wanted) {
    return "Namespace %s has the search attribute %s as %s, Gatehouse needs %s: remove it or use another namespace."
        .formatted(namespace, name, found, wanted);
  }

  private void untilUsable() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        addMissing();
        search();
        return;
      } catch (StatusRuntimeException e) {
        if (!NOT_YET.contains(e.getStatus().getCode()) || System.nanoTime() > end) {
          throw new StartProblem(
              "Namespace %s cannot be searched by Gatehouse's attributes (%s): make the namespace with ./gatehouse namespace apply, and look at the log of the Temporal server."
                  .formatted(namespace, e.getStatus().getCode()),
              e);
        }
        pause();
      }
    }
  }

  private void addMissing() {
    var missing = new TreeMap<>(SearchAttributes.ALL);
    known()
        .forEach((name, type) -> {
          IndexedValueType wanted = missing.remove(name);
          if (wanted != null && wanted != type) {
            throw new StartProblem(otherType(name, type, wanted));
          }
        });
    missing.forEach(this::add);
  }

  /** Empty when the server cannot list them, as the one in the JVM. */
  private Map<String, IndexedValueType> known() {
    try {
      return stub()
          .listSearchAttributes(
              ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
          .getCustomAttributesMap();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return Map.of();
      }
      throw e;
    }
  }

  private void add(String name, IndexedValueType type) {
    try {
      stub()
          .addSearchAttributes(
              AddSearchAttributesRequest.newBuilder()
                  .setNamespace(namespace)
                  .putSearchAttributes(name, type)
                  .build());
    } catch (StatusRuntimeException e) {
      Status.Code code = e.getStatus().getCode();
      if (NOT_YET.contains(code)) {
        throw e;
      }
      if (code != Status.Code.ALREADY_EXISTS) {
        throw new StartProblem(
            "The search attribute %s cannot be added to namespace %s (%s): add it there by hand as %s."
                .formatted(name, namespace, code, type),
            e);
      }
    }
  }

  /** What a search accepts a start accepts too: both ask the same memory of the front end. */
  private void search() {
    String query =
        SearchAttributes.ALL.keySet().stream()
            .map(name -> name + " IS NULL")
            .collect(Collectors.joining(" AND "));
    try {
      client
          .getWorkflowServiceStubs()
          .blockingStub()
          .withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS)
          .countWorkflowExecutions(
              CountWorkflowExecutionsRequest.newBuilder()
                  .setNamespace(namespace)
                  .setQuery(query)
                  .build());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) { // the server in the JVM
        throw e;
      }
    }
  }

  private OperatorServiceBlockingStub stub() {
    return operator.blockingStub().withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartProblem("Interrupted while search attributes were registered.", e);
    }
  }
}
