package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Stage;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.graph.Fault.Moment;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.User;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.api.batch.v1.BatchOperationSignal;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.workflowservice.v1.StartBatchOperationRequest;
import io.temporal.client.WorkflowNotFoundException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody does who works in Temporal itself, beside Gatehouse. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("long")
class TouchedInTemporalTest {
  private static final String RUNNING = " AND ExecutionStatus = 'Running'";

  private static final HeardLog LOG = new HeardLog();
  private static RealHouse real;

  @BeforeAll
  static void start() {
    real = RealHouse.start();
    real.openLifecycles();
  }

  @AfterAll
  static void stop() {
    if (real != null) {
      real.close();
    }
    LOG.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"PLAINLY_STALE, BEFORE_THE_EFFECT, 0", "OTHER_MAIL, AFTER_THE_EFFECT, 1"})
  @Order(3)
  void a_cancelled_effect_whose_answer_is_awaited_closes_as_failed_for_a_person_to_look(
      NamedGuest guest, Moment moment, long disables) {
    real.house()
        .sandbox()
        .graph()
        .faults()
        .inject("PATCH", "^/users/" + real.idOf(guest) + "$", 99, new Fault.ConnectionCut(moment));
    real.say(guest, new Act.Remove("the project ended"));
    RealHouse.until(() -> intended(guest));

    real.workflow(guest).cancel();

    LifecycleRow closed = real.await(guest, row -> !row.isOpen());
    assertThat(closed.outcome()).isEqualTo(Outcome.FAILED.name());
    assertThat(closed.outcomeReason()).contains("cancelled in Temporal");
    assertThat(real.house().sandbox().tenant().auditLog())
        .filteredOn(entry -> entry.activity().equals(AuditEntry.DISABLE))
        .filteredOn(entry -> entry.targetId().equals(real.idOf(guest)))
        .hasSize((int) disables);
  }

  @Test
  @Order(1)
  void lifecycles_are_listed_and_counted_by_stage_trigger_and_hold() {
    LocalDate until =
        LocalDate.ofInstant(real.house().temporal().clock().instant(), ZoneOffset.UTC);
    real.say(NamedGuest.SPONSOR_SILENT, new Act.Hold(until.plusDays(20), "on leave"));

    RealHouse.until(() -> listed("GatehouseHeldUntil IS NOT NULL" + RUNNING).size() == 1);

    String held = idOf(NamedGuest.SPONSOR_SILENT);
    assertThat(listed("GatehouseHeldUntil IS NOT NULL" + RUNNING)).containsExactly(held);
    assertThat(listed("WorkflowId STARTS_WITH '%s'".formatted(held))).containsExactly(held);
    String asked = "GatehouseStage = '%s'".formatted(Stage.ASKED) + RUNNING;
    assertThat(listed(asked)).contains(held).hasSizeGreaterThan(5);
    RealHouse.until(() -> real.client().countWorkflows(asked).getCount() == listed(asked).size());
    assertThat(listed(asked + " AND GatehouseTrigger = 'NO_SUCH_TRIGGER'")).isEmpty();
    assertThat(listed(asked + " AND GatehouseTrigger = 'INACTIVE'")).contains(held);
    assertThat(listed(asked + " AND GatehouseNext < '2000-01-01T00:00:00Z'")).isEmpty();
  }

  /** The last one: looks go at six a minute, and whoever needs one then waits its turn. */
  @Test
  @Order(4)
  void a_batch_has_everybody_who_is_asked_look_again_and_nobody_minds() {
    String asked = "GatehouseStage = '%s'".formatted(Stage.ASKED) + RUNNING;
    RealHouse.until(() -> listed(asked).size() > 5);
    Set<String> told = listed(asked);

    real.client()
        .getWorkflowServiceStubs()
        .blockingStub()
        .startBatchOperation(
            StartBatchOperationRequest.newBuilder()
                .setNamespace("default")
                .setJobId("look-again")
                .setReason("the world changed")
                .setVisibilityQuery(asked)
                .setSignalOperation(BatchOperationSignal.newBuilder().setSignal("lookAgain"))
                .build());

    RealHouse.until(() -> told.stream().allMatch(TouchedInTemporalTest::heard));
    for (String id : told) {
      assertThat(events(id)).doesNotContain(EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);
    }
  }

  @Test
  @Order(2)
  void a_word_to_a_lifecycle_that_closed_is_refused_and_changes_nothing() {
    NamedGuest guest = NamedGuest.SPONSOR_KEEPS;
    LocalDate until =
        LocalDate.ofInstant(real.house().temporal().clock().instant(), ZoneOffset.UTC);
    real.say(guest, new Act.Keep(until.plusDays(60), "the audit runs"));
    LifecycleRow closed = real.await(guest, row -> !row.isOpen());

    assertThat(closed.outcome()).isEqualTo(Outcome.KEPT.name());
    real.workflow(guest).getResult(Void.class);
    assertThatThrownBy(
            () -> real.workflow(guest).update("hold", Void.class, new Object[] {null, null}))
        .isInstanceOf(WorkflowNotFoundException.class);
    real.say(guest, new Act.Remove("too late"));
    assertThat(real.house().store().answers().of(closed.openingId()))
        .filteredOn(answer -> answer.choice().equals("REMOVE"))
        .allSatisfy(
            answer -> assertThat(answer.refusal()).startsWith("The lifecycle has ended already"));
    assertThat(real.newest(guest)).contains(closed);
  }

  /** Behind it lie scans, questions by mail, answers with typed reasons, and broken effects. */
  @Test
  @Order(5)
  void nothing_that_was_logged_names_a_person_or_says_what_was_typed() {
    assertThat(LOG.lines()).anyMatch(line -> line.contains("WorkflowId"));
    for (User user : real.house().sandbox().tenant().users()) {
      assertThat(LOG.lines())
          .noneMatch(line -> line.contains(user.displayName()))
          .noneMatch(line -> line.contains(user.userPrincipalName()))
          .noneMatch(line -> user.mail() != null && line.contains(user.mail()));
    }
    assertThat(LOG.lines())
        .noneMatch(line -> line.matches(".*(the project ended|the audit runs|on leave).*"));
  }

  private static boolean intended(NamedGuest guest) {
    return real.house().store().ledger().of(real.newest(guest).orElseThrow().openingId()).stream()
        .anyMatch(entry -> entry.kind().equals("effect.intended"));
  }

  private static String idOf(NamedGuest guest) {
    return WorkflowIds.guest(real.ref(guest));
  }

  private static Set<String> listed(String query) {
    try (var executions = real.client().listExecutions(query)) {
      return executions
          .map(each -> each.getExecution().getWorkflowId())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean heard(String id) {
    return events(id).contains(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
        && real.client().fetchHistory(id).getEvents().stream()
            .anyMatch(event ->
                event
                    .getWorkflowExecutionSignaledEventAttributes()
                    .getSignalName()
                    .equals("lookAgain"));
  }

  private static Set<EventType> events(String id) {
    return real.client().fetchHistory(id).getEvents().stream()
        .map(io.temporal.api.history.v1.HistoryEvent::getEventType)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
