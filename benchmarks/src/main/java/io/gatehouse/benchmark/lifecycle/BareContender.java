package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.temporal.SearchAttributes;
import io.temporal.activity.Activity;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The bare sample: plain JSON, no ledger. */
final class BareContender implements Contender {
  private final WorkflowClient client;
  private final Deliveries deliveries = new Deliveries();

  BareContender(WorkflowServiceStubs service) {
    this.client = WorkflowClient.newInstance(service);
  }

  @Override
  public WorkflowClient client() {
    return client;
  }

  @Override
  public void register(WorkerFactory workers) {
    BareActivities nothing = id -> id;
    for (String queue : List.of(BareQueues.CORE, BareQueues.WRITE, BareQueues.MAIL)) {
      workers.newWorker(queue).registerActivitiesImplementations(nothing);
    }
    workers.getWorker(BareQueues.CORE).registerWorkflowImplementationTypes(BareLifecycleImpl.class);
    BareActivities ask = this::ask;
    workers.newWorker(BareQueues.READ).registerActivitiesImplementations(ask);
  }

  private String ask(String id) {
    String workflowId =
        Objects.requireNonNull(Activity.getExecutionContext().getInfo().getWorkflowId());
    deliveries.delivered(() -> stub(workflowId).heard(), () -> decide(workflowId));
    return id;
  }

  @Override
  public void decidesAtOnce(boolean decides) {
    deliveries.decidesAtOnce(decides);
  }

  @Override
  public List<String> start(int number) {
    return Stream.generate(this::start).limit(number).toList();
  }

  private String start() {
    String id = "bare/" + UUID.randomUUID();
    var options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(id)
            .setTaskQueue(BareQueues.CORE)
            .setTypedSearchAttributes(
                io.temporal.common.SearchAttributes.newBuilder()
                    .set(SearchAttributes.STAGE, "ASKED")
                    .set(SearchAttributes.TRIGGER, "INACTIVE")
                    .set(
                        SearchAttributes.NEXT,
                        Instant.ofEpochMilli(System.currentTimeMillis()).atOffset(ZoneOffset.UTC))
                    .build())
            .build();
    WorkflowClient.start(client.newWorkflowStub(BareLifecycle.class, options)::run, id);
    return id;
  }

  @Override
  public void decide(String workflowId) {
    stub(workflowId).decide("REMOVE");
  }

  @Override
  public void decideLocally(String workflowId) {
    stub(workflowId).decideLocally("REMOVE");
  }

  @Override
  public int delivered() {
    return deliveries.count();
  }

  private BareLifecycle stub(String workflowId) {
    return client.newWorkflowStub(BareLifecycle.class, workflowId);
  }
}
