package io.gatehouse.worker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Agenda;
import io.gatehouse.sponsor.SponsorDeskWorkflow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.lifecycle.StuckRow;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.watch.WatchedBatch;
import io.gatehouse.worker.guest.ScanRun;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import io.gatehouse.worker.house.TryTemporal;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A lifecycle that runs and waits for a question to be delivered which nobody delivers any more.
 */
class DesksTest {
  private final TryHouse house = new TryHouse();
  private final String sponsor = UUID.randomUUID().toString();
  private final String desk = WorkflowIds.desk(house.house().tenant(), sponsor);
  private final LifecycleWatch watch = new LifecycleWatch(house.house(), TryTemporal.client());
  private UUID openingId;
  private LifecycleRef ref;
  private Instant asked;

  @BeforeEach
  void a_question_is_on_its_way() {
    house.apply(TryPolicy.triggers(TryPolicy::onlyInactive));
    var run = new ScanRun(house);
    run.look();
    run.openAll(run.fit());
    ref = run.running(NamedGuest.PLAINLY_STALE);
    openingId = UUID.fromString(ref.openingId());
    asked = house.now();
    house.store().lifecycles().stage(openingId, "ASKED", "delivery of the question", null);
    house.store().questions().ask(QuestionRow.asked(openingId, 1, sponsor, "SPONSOR", asked));
    var options =
        WorkflowOptions.newBuilder().setWorkflowId(desk).setTaskQueue(TaskQueues.CORE).build();
    WorkflowClient.start(
        TryTemporal.client().newWorkflowStub(SponsorDeskWorkflow.class, options)::run,
        new Agenda(List.of()));
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void while_the_desk_runs_the_lifecycle_is_well() {
    assertThat(watch()).isEqualTo(new WatchedBatch(0, 0, null));
    assertThat(house.store().watched().newest()).contains(house.now());
  }

  @Test
  void when_it_was_ended_the_lifecycle_cannot_go_on_until_the_question_is_delivered_otherwise() {
    TryTemporal.client().newUntypedWorkflowStub(desk).terminate("a test");

    assertThat(watch()).isEqualTo(new WatchedBatch(0, 1, null));
    assertThat(house.store().stuck().all())
        .containsExactly(
            new StuckRow(
                openingId,
                asked,
                "the desk that was to deliver its question ended in Temporal: reassign asks somebody anew"));
    assertThat(house.lifecycle(ref).isOpen()).isTrue();
    assertThat(house.ledger(ref)).endsWith("lifecycle.stuck");

    house.store().questions().delivered(openingId, 1, house.now(), "ENFORCE");
    assertThat(watch()).isEqualTo(new WatchedBatch(0, 0, null));
    assertThat(house.store().stuck().all()).isEmpty();
    assertThat(house.ledger(ref)).endsWith("lifecycle.unstuck");
  }

  private WatchedBatch watch() {
    house.clock().pass(Duration.ofHours(1));
    return watch.watch(null);
  }
}
