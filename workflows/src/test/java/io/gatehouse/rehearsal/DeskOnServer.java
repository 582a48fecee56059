package io.gatehouse.rehearsal;

import static io.gatehouse.peer.JavaProcess.await;

import io.gatehouse.guest.GuestNotice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.peer.DevServer;
import io.gatehouse.sponsor.Agenda;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.sponsor.MailActivities;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.QuestionMail;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorDeskWorkflow;
import io.gatehouse.sponsor.SponsorDeskWorkflowImpl;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.Wire;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Bob's desk on a real server that suggests a new run after a few events: the one in tests never
 * suggests it.
 */
public final class DeskOnServer implements AutoCloseable {
  private static final LifecycleRef ANN = new LifecycleRef("contoso", "ann", "opening-of-ann");
  private static final String DESK = WorkflowIds.desk("contoso", "bob");

  private final DevServer server =
      DevServer.start("--dynamic-config-value", "limit.historyCount.suggestContinueAsNew=10");
  private final WorkflowClient client =
      WorkflowClient.newInstance(
          server.stubs(),
          WorkflowClientOptions.newBuilder()
              .setIdentity(Replay.IDENTITY)
              .setDataConverter(Wire.converter())
              .build());
  private final WorkerFactory workers = WorkerFactory.newInstance(client);
  private final List<Integer> mails = new CopyOnWriteArrayList<>();
  private @Nullable WorkflowExecution first;

  /** A mail server that takes everything. */
  private final class Post implements MailActivities {
    @Override
    public MailOutcome send(QuestionMail mail) {
      mails.add(mail.number());
      return new MailOutcome.Delivered(Instant.now());
    }

    @Override
    public MailOutcome tellGuest(GuestNotice notice) {
      throw new IllegalStateException("a desk does not write to guests");
    }
  }

  public DeskOnServer() {
    Worker core = workers.newWorker(TaskQueues.CORE);
    core.registerWorkflowImplementationTypes(SponsorDeskWorkflowImpl.class, ListeningEar.class);
    workers.newWorker(TaskQueues.MAIL).registerActivitiesImplementations(new Post());
    workers.start();
    stub(Ear.class, WorkflowIds.guest(ANN)).start();
  }

  /** Reminders after so many seconds; the first time it opens the desk. */
  public void asks(int... remindAfterSeconds) {
    var question =
        new Question(
            ANN,
            Trigger.INACTIVE,
            1,
            "bob",
            Role.SPONSOR,
            Duration.ofDays(14),
            Arrays.stream(remindAfterSeconds).mapToObj(Duration::ofSeconds).toList());
    WorkflowExecution asked =
        stub(SponsorDeskWorkflow.class, DESK)
            .signalWithStart("ask", new Object[] {question}, new Object[] {new Agenda(List.of())});
    first = first == null ? asked : first;
  }

  public void awaitNewRun() {
    await(
        "the desk's first run to end",
        () -> status(first()) != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
  }

  /** Over all runs. */
  public void awaitEnd() {
    client.newUntypedWorkflowStub(DESK).getResult(Void.class);
  }

  public WorkflowExecutionStatus statusOfFirstRun() {
    return status(first());
  }

  public WorkflowExecutionHistory historyOfFirstRun() {
    return client.fetchHistory(DESK, first().getRunId());
  }

  /** Numbers of the mails that went out, over all runs. */
  public List<Integer> mails() {
    return List.copyOf(mails);
  }

  public Delivery[] heard() {
    return client
        .newUntypedWorkflowStub(WorkflowIds.guest(ANN))
        .query("deliveries", Delivery[].class);
  }

  private WorkflowExecution first() {
    return Objects.requireNonNull(first, "nobody was asked");
  }

  private WorkflowExecutionStatus status(WorkflowExecution run) {
    return client.newUntypedWorkflowStub(run, Optional.empty()).describe().getStatus();
  }

  private WorkflowStub stub(Class<?> workflow, String id) {
    return client.newUntypedWorkflowStub(
        workflow.getSimpleName(),
        WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(TaskQueues.CORE).build());
  }

  @Override
  public void close() {
    workers.shutdownNow();
    server.close();
  }
}
