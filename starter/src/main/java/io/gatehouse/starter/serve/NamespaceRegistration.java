package io.gatehouse.starter.serve;

import com.google.protobuf.Duration;
import io.gatehouse.config.StartProblem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes Gatehouse's namespace, once. */
public final class NamespaceRegistration {
  private static final int PATIENCE_SECONDS = 10;

  private NamespaceRegistration() {}

  /**
   * Makes the client's namespace when it is not there; one that is there stays as it is.
   *
   * @param retention how long closed workflows are kept, whole days
   * @return what was done, a sentence
   * @throws StartProblem when the server does not let us
   */
  public static String ensure(WorkflowClient client, java.time.Duration retention) {
    String namespace = client.getOptions().getNamespace();
    var service = client.getWorkflowServiceStubs().blockingStub();
    try {
      Optional<Long> days = days(service, namespace);
      if (days.isPresent()) {
        return "Namespace %s is there and keeps closed lifecycles for %d days."
            .formatted(namespace, days.get());
      }
      service
          .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .registerNamespace(
              RegisterNamespaceRequest.newBuilder()
                  .setNamespace(namespace)
                  .setDescription("Lifecycles of guest accounts")
                  .setWorkflowExecutionRetentionPeriod(
                      Duration.newBuilder().setSeconds(retention.toSeconds()))
                  .build());
      return "Made namespace %s; it keeps closed lifecycles for %d days."
          .formatted(namespace, retention.toDays());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.ALREADY_EXISTS) {
        return "Namespace %s was just made by somebody else.".formatted(namespace);
      }
      throw new StartProblem(
          "Namespace %s cannot be made (%s): make it by hand, or use an account that may."
              .formatted(namespace, e.getStatus().getCode()),
          e);
    }
  }

  /** How many days closed workflows are kept; empty when the namespace is not there. */
  public static Optional<Long> retentionDays(WorkflowClient client) {
    return days(
        client.getWorkflowServiceStubs().blockingStub(), client.getOptions().getNamespace());
  }

  private static Optional<Long> days(WorkflowServiceBlockingStub service, String namespace) {
    try {
      var found =
          service
              .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .describeNamespace(
                  DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
      long seconds = found.getConfig().getWorkflowExecutionRetentionTtl().getSeconds();
      return Optional.of(TimeUnit.SECONDS.toDays(seconds));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
