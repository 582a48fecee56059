package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.demo.dev.Pit.Kill;
import io.gatehouse.demo.dev.Pit.Step;
import io.gatehouse.guest.Stage;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The worker is killed with -9 between the steps of each effect, and an administrator resets a
 * lifecycle to before its effect: every account is disabled, deleted, restored and enabled once,
 * each with its proof.
 */
@Tag("long")
class EffectsOnceTest {
  private static final List<String> ONCE = List.of("effect.intended", "effect.proved");

  private static RealHouse real;
  private static WorkerProcess worker;

  @BeforeAll
  static void start() {
    real = RealHouse.withoutWorker();
    worker = WorkerProcess.of(real);
    real.openLifecycles();
  }

  @AfterAll
  static void stop() {
    if (real != null) {
      worker.close();
      real.close();
    }
  }

  /**
   * One after the other: at this pace a slot is over in seconds, and effects go at three a minute.
   */
  @ParameterizedTest
  @EnumSource
  void killed_between_two_steps_each_effect_happens_once_and_is_proved(Kill kill)
      throws SQLException {
    var pit = new Pit(real);
    pit.dig(kill, Step.DISABLE);
    real.say(kill.guest, new Act.Remove("the project ended"));
    for (Step step : Step.values()) {
      if (step == Step.RESTORE) {
        real.await(kill.guest, row -> row.stage().equals(Stage.DELETED.name()));
        real.say(kill.guest, new Act.Restore("it goes on after all"));
      }
      pit.await();
      worker.kill();
      pit.fill();
      if (step != Step.ENABLE) { // before anybody works again: one effect may follow at once
        pit.dig(kill, Step.values()[step.ordinal() + 1]);
      }
      worker = WorkerProcess.of(real);
      RealHouse.until(() -> effects(kill.guest).size() >= 2 * (step.ordinal() + 1));
    }
    real.await(kill.guest, row -> !row.isOpen());

    assertThat(effects(kill.guest))
        .containsExactlyElementsOf(Stream.of(Step.values()).flatMap(_ -> ONCE.stream()).toList());
    for (String activity :
        List.of(AuditEntry.DISABLE, AuditEntry.DELETE, AuditEntry.RESTORE, AuditEntry.ENABLE)) {
      assertThat(count(activity, kill.guest)).as(activity).isEqualTo(1);
    }
  }

  @Test
  void a_lifecycle_that_is_reset_to_before_its_effect_does_not_do_it_again() {
    NamedGuest guest = NamedGuest.SPONSOR_KEEPS;
    real.say(guest, new Act.Remove("the project ended"));
    real.await(guest, EffectsOnceTest::isDisabled);
    WorkflowExecution run = real.workflow(guest).describe().getExecution();

    String reset =
        real.client()
            .getWorkflowServiceStubs()
            .blockingStub()
            .resetWorkflowExecution(
                ResetWorkflowExecutionRequest.newBuilder()
                    .setNamespace("default")
                    .setWorkflowExecution(run)
                    .setWorkflowTaskFinishEventId(taskBeforeTheEffect(run))
                    .setReason("somebody wanted to see it again")
                    .setRequestId(UUID.randomUUID().toString())
                    .build())
            .getRunId();

    assertThat(reset).isNotEqualTo(run.getRunId());
    RealHouse.until(() -> passedTheEffect(guest, reset));
    assertThat(count(AuditEntry.DISABLE, guest)).isEqualTo(1);
    assertThat(effects(guest)).startsWith("effect.intended", "effect.proved");
    real.await(guest, row -> !row.isOpen() || row.stage().equals(Stage.DELETED.name()));
    assertThat(count(AuditEntry.DISABLE, guest)).isEqualTo(1);
  }

  private static boolean isDisabled(LifecycleRow row) {
    return !row.isOpen()
        || row.stage().equals(Stage.DISABLED.name())
        || row.stage().equals(Stage.DELETED.name());
  }

  private static long count(String activity, NamedGuest guest) {
    return real.house().sandbox().tenant().auditLog().stream()
        .filter(entry -> entry.activity().equals(activity))
        .filter(entry -> entry.targetId().equals(real.idOf(guest)))
        .count();
  }

  /** What the ledger says about effects on the guest. */
  private static List<String> effects(NamedGuest guest) {
    UUID opening = real.newest(guest).orElseThrow().openingId();
    return real.house().store().ledger().of(opening).stream()
        .map(EntryRow::kind)
        .filter(kind -> kind.startsWith("effect."))
        .toList();
  }

  /** The last task that was completed before the one that asked for the effect. */
  private static long taskBeforeTheEffect(WorkflowExecution run) {
    long before = 0;
    long last = 0;
    for (HistoryEvent event :
        real.client().fetchHistory(run.getWorkflowId(), run.getRunId()).getEvents()) {
      if (event.hasWorkflowTaskCompletedEventAttributes()) {
        before = last;
        last = event.getEventId();
      }
      if (isEffect(event)) {
        return before;
      }
    }
    throw new AssertionError("there was no effect");
  }

  private static boolean passedTheEffect(NamedGuest guest, String run) {
    var events = real.client().fetchHistory(WorkflowIds.guest(real.ref(guest)), run);
    return events.getEvents().stream()
        .anyMatch(event ->
            event.hasActivityTaskCompletedEventAttributes()
                && events.getEvents().stream()
                    .anyMatch(scheduled ->
                        scheduled.getEventId()
                                == event
                                    .getActivityTaskCompletedEventAttributes()
                                    .getScheduledEventId()
                            && isEffect(scheduled)));
  }

  private static boolean isEffect(HistoryEvent event) {
    return event
        .getActivityTaskScheduledEventAttributes()
        .getActivityType()
        .getName()
        .equals("Perform");
  }
}
