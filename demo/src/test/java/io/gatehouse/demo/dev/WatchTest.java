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
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  void a_lifecycle_whose_code_fails_is_stuck_until_a_build_that_fits_is_back() {
    LifecycleRow row = recorded();
    String queue = "a build that does not fit";
    String id =
        WorkflowIds.guest(new LifecycleRef(real.house().settings().tenant(), row.guestId(), ""));
    real.client()
        .newUntypedWorkflowStub(
            "GuestLifecycleWorkflow",
            WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue(queue).build())
        .start();

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
    LifecycleRow row =
        real.house()
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
    real.house().store().lifecycles().started(List.of(row.openingId()), before);
    return row;
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
