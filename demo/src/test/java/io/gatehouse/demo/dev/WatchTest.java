package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Rhythm;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.lifecycle.StuckRow;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lifecycles that somebody or something ended or broke in Temporal, on a real server. */
class WatchTest {
  private static RealHouse real;
  private static HouseSchedule watch;

  @BeforeAll
  static void start() {
    real = RealHouse.start();
    real.openLifecycles();
    watch =
        HouseSchedule.watch(
            real.house().settings().tenant(), new Rhythm.Every(Duration.ofHours(1)));
    new Schedules(real.client()).apply(watch, false);
  }

  @AfterAll
  static void stop() {
    if (real != null) {
      real.close();
    }
  }

  @Test
  void a_terminated_lifecycle_is_closed_with_evidence_by_the_next_round() {
    LifecycleRow open = real.await(NamedGuest.PLAINLY_STALE, row -> row.startedAt() != null);
    real.workflow(NamedGuest.PLAINLY_STALE).terminate("an administrator lost patience");

    watched(() -> !real.newest(NamedGuest.PLAINLY_STALE).orElseThrow().isOpen());

    LifecycleRow closed = real.newest(NamedGuest.PLAINLY_STALE).orElseThrow();

    assertThat(closed.openingId()).isEqualTo(open.openingId());
    assertThat(closed.outcomeReason()).startsWith("ended in Temporal without a word");
    assertThat(kinds(closed.openingId())).endsWith("lifecycle.ended", "lifecycle.closed");
  }

  @Test
  void a_lifecycle_that_somebody_ended_and_started_anew_does_not_pass_for_the_old_one() {
    LifecycleRow open = real.await(NamedGuest.SPONSOR_SILENT, row -> row.startedAt() != null);
    real.workflow(NamedGuest.SPONSOR_SILENT).terminate("an administrator tries something");
    start(id(open), "a queue without workers");

    watched(() -> !real.newest(NamedGuest.SPONSOR_SILENT).orElseThrow().isOpen());

    assertThat(kinds(open.openingId())).endsWith("lifecycle.ended", "lifecycle.closed");
    assertThat(real.house().store().ledger().of(open.openingId()))
        .filteredOn(entry -> entry.kind().equals("lifecycle.ended"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.body()).contains("\"how\":\"REPLACED\""));
  }

  @Test
  void a_lifecycle_that_was_reset_is_still_the_same() {
    LifecycleRow open = real.await(NamedGuest.CO_OWNER, row -> row.startedAt() != null);
    reset(id(open));
    Instant reset = real.house().temporal().clock().instant();

    watched(() -> real.house().store().watched().newest().filter(reset::isBefore).isPresent());

    assertThat(real.newest(NamedGuest.CO_OWNER))
        .hasValueSatisfying(row -> assertThat(row.isOpen()).isTrue());
    assertThat(kinds(open.openingId())).doesNotContain("lifecycle.ended", "lifecycle.stuck");
  }

  /** To the end of its first workflow task. */
  private static void reset(String id) {
    long first =
        real.client().fetchHistory(id).getEvents().stream()
            .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
            .findFirst()
            .orElseThrow()
            .getEventId();
    real.client()
        .getWorkflowServiceStubs()
        .blockingStub()
        .resetWorkflowExecution(
            ResetWorkflowExecutionRequest.newBuilder()
                .setNamespace(real.client().getOptions().getNamespace())
                .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
                .setWorkflowTaskFinishEventId(first)
                .setRequestId(UUID.randomUUID().toString())
                .setReason("a test")
                .build());
  }

  private static String id(LifecycleRow row) {
    return WorkflowIds.guest(new LifecycleRef(real.house().settings().tenant(), row.guestId(), ""));
  }

  /** By hand, as anybody can who reaches Temporal. */
  private static WorkflowExecution start(String id, String queue) {
    return real.client()
        .newUntypedWorkflowStub(
            "GuestLifecycleWorkflow",
            WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(queue).build())
        .start();
  }

  @Test
  void a_lifecycle_whose_code_fails_is_stuck_until_a_build_that_fits_is_back() {
    LifecycleRow row = recorded();
    String queue = "a build that does not fit";
    String run = start(id(row), queue).getRunId();
    Instant yesterday = real.house().temporal().clock().instant().minus(Duration.ofDays(1));
    real.house().store().lifecycles().started(Map.of(row.openingId(), run), yesterday);

    WorkerFactory broken = worker(queue, Broken.class);
    watched(() -> stuck(row).isPresent());
    broken.shutdownNow();

    assertThat(stuck(row).orElseThrow().why()).startsWith("its code fails: WORKFLOW_WORKER_");
    assertThat(kinds(row.openingId())).containsExactly("lifecycle.stuck");

    WorkerFactory fits = worker(queue, Fits.class);
    watched(() -> stuck(row).isEmpty());
    fits.shutdownNow();

    assertThat(kinds(row.openingId())).containsExactly("lifecycle.stuck", "lifecycle.unstuck");
    assertThat(real.house().store().lifecycles().find(row.openingId()).orElseThrow().isOpen())
        .isTrue();
  }

  /** A lifecycle in the store whose workflow the test starts itself. */
  private static LifecycleRow recorded() {
    Instant before = real.house().temporal().clock().instant().minus(Duration.ofDays(1));
    return real.house()
        .store()
        .lifecycles()
        .open(
            LifecycleRow.opened(
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                "INACTIVE",
                "ASKED",
                "somebody who answers",
                before,
                "ENFORCE",
                1,
                "{}"));
  }

  private static WorkerFactory worker(String queue, Class<?> workflow) {
    WorkerFactory factory = WorkerFactory.newInstance(real.client());
    factory.newWorker(queue).registerWorkflowImplementationTypes(workflow);
    factory.start();
    return factory;
  }

  private static Optional<StuckRow> stuck(LifecycleRow row) {
    return real.house().store().stuck().find(row.openingId());
  }

  private static void watched(Supplier<Boolean> holds) {
    RealHouse.until(() -> {
      new Schedules(real.client()).trigger(watch.id());
      return holds.get();
    });
  }

  @WorkflowInterface
  public interface GuestLifecycle {
    @WorkflowMethod(name = "GuestLifecycleWorkflow")
    void run();
  }

  public static final class Broken implements GuestLifecycle {
    @Override
    public void run() {
      throw new IllegalStateException("a step that this build does not know");
    }
  }

  public static final class Fits implements GuestLifecycle {
    @Override
    public void run() {
      Workflow.await(() -> false);
    }
  }

  private static List<String> kinds(UUID openingId) {
    return real.house().store().ledger().of(openingId).stream().map(EntryRow::kind).toList();
  }
}
