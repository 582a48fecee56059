package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Triggers;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.SignInKind;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import io.gatehouse.worker.house.TryTemporal;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleOpenerTest {
  private final TryHouse house = new TryHouse();
  private final ScanRun run = new ScanRun(house);

  @BeforeEach
  void one_scan_came_before() {
    house.apply(TryPolicy.triggers(TryPolicy::onlyInactive));
    run.look();
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void guests_due_are_opened_once_and_their_workflows_run() {
    String scan = run.fit();

    assertThat(run.openAll(scan)).isEqualTo(new OpenedBatch(24, 6, null));
    List<LifecycleRef> opened = run.running();
    assertThat(opened).hasSize(24).allMatch(TryTemporal::runs);
    assertThat(opened).extracting(house::ledger).allMatch(List.of("lifecycle.opened")::equals);
    assertThat(opened)
        .extracting(house::lifecycle)
        .allMatch(row -> row.startedAt() != null && row.mode().equals("ENFORCE"));
    assertThat(run.openAll(scan)).isEqualTo(new OpenedBatch(0, 0, null));
    assertThat(run.running()).isEqualTo(opened);

    assertThat(run.openAll(run.fit()).opened()).isZero();
  }

  @Test
  void the_opening_is_in_the_ledger_without_the_guests_id() {
    run.openAll(run.fit());

    LifecycleRef ref = run.running(NamedGuest.PLAINLY_STALE);
    assertThat(house.entries(ref).getFirst().body())
        .contains("\"inactivity\":\"STALE\"")
        .contains("\"trigger\":\"INACTIVE\"")
        .doesNotContain(ref.guestId())
        .doesNotContain("2025-");
  }

  @Test
  void a_role_holder_is_exempt_and_never_asked_about() {
    run.openAll(run.fit());

    assertThat(run.row(NamedGuest.ROLE_HOLDER).standing()).isEqualTo("EXEMPT");
    assertThat(run.row(NamedGuest.ROLE_HOLDER).standingReason()).contains("directory role");
    assertThat(run.running())
        .noneMatch(ref -> ref.guestId().equals(house.idOf(NamedGuest.ROLE_HOLDER)));
  }

  @Test
  void observing_only_reports() {
    house.mode(Mode.OBSERVE);
    String scan = run.fit();

    assertThat(run.openAll(scan)).isEqualTo(new OpenedBatch(0, 6, null));
    assertThat(run.running()).isEmpty();
    assertThat(run.scan(scan).due()).isEqualTo(30);
  }

  @Test
  void a_closed_gate_opens_nothing() {
    String scan = run.fit();
    house.store().safety().closeGate("somebody paused", house.now(), "a person");

    assertThat(run.openAll(scan).opened()).isZero();
    assertThat(run.running()).isEmpty();
  }

  @Test
  void notify_opens_and_remembers_that_it_was_notify() {
    house.mode(Mode.NOTIFY);
    run.openAll(run.fit());

    assertThat(run.running())
        .hasSize(24)
        .extracting(house::lifecycle)
        .allMatch(row -> row.mode().equals("NOTIFY"));
  }

  @Test
  void a_row_whose_workflow_never_started_is_started_by_the_next_scan() {
    String scan = run.fit();
    LifecycleRef crashed = house.opened(house.idOf(NamedGuest.PLAINLY_STALE), Trigger.INACTIVE);
    assertThat(TryTemporal.runs(crashed)).isFalse();

    run.recorder().tellRunning(scan);

    assertThat(TryTemporal.runs(crashed)).isTrue();
    assertThat(house.lifecycle(crashed).startedAt()).isEqualTo(house.now());
    assertThat(house.store().lifecycleList().notStarted()).isEmpty();
  }

  @Test
  void a_look_that_fails_holds_back_nobody_who_was_looked_at_before() {
    String scan = run.fit();
    String last =
        house.store().guests().due(UUID.fromString(scan), "", 10, house.now()).getLast().guestId();
    house.sandbox().graph().faults().inject("GET", last + "/ownedObjects$", 1, new Fault.JsonCut());

    assertThatThrownBy(() -> run.reader().open(scan, null)).isInstanceOf(ApplicationFailure.class);

    List<LifecycleRef> before = run.running();
    assertThat(before).hasSizeBetween(1, 9).allMatch(TryTemporal::runs);
    assertThat(before).extracting(LifecycleRef::guestId).doesNotContain(last);
    assertThat(run.openAll(scan).opened()).isEqualTo(24 - before.size());
  }

  @Test
  void a_start_that_fails_leaves_the_earlier_ones_noted() {
    LifecycleRef starts = house.opened(house.idOf(NamedGuest.PLAINLY_STALE), Trigger.INACTIVE);
    LifecycleRow unreadable =
        LifecycleRow.opened(
            UUID.randomUUID(), "ann", "INACTIVE", "ASKED", "", house.now(), "NOTIFY", 1, "no plan");
    var start = new LifecycleStart(house.house(), TryTemporal.client());

    assertThatThrownBy(() -> start.start(List.of(house.lifecycle(starts), unreadable)))
        .isInstanceOf(RuntimeException.class);

    assertThat(house.lifecycle(starts).startedAt()).isEqualTo(house.now());
  }

  @Test
  void only_lifecycles_whose_guest_changed_are_told_to_look_again() {
    run.openAll(run.fit());
    house.tenant().signIn(house.idOf(NamedGuest.COMES_BACK), SignInKind.INTERACTIVE, house.now());
    house
        .tenant()
        .delete(
            house.idOf(NamedGuest.DELETED_BY_ADMIN),
            new io.gatehouse.sandbox.tenant.Initiator.Person("admin"),
            "elsewhere");

    run.recorder().tellRunning(run.fit());

    assertThat(run.running())
        .filteredOn(ref -> !TryTemporal.signals(WorkflowIds.guest(ref)).isEmpty())
        .containsExactlyInAnyOrder(
            run.running(NamedGuest.COMES_BACK), run.running(NamedGuest.DELETED_BY_ADMIN));
    assertThat(TryTemporal.signals(WorkflowIds.guest(run.running(NamedGuest.COMES_BACK))))
        .containsExactly("lookAgain");
  }

  @Test
  void a_lifecycle_that_began_to_wait_while_the_gate_opened_is_told_by_the_next_scan() {
    run.openAll(run.fit());
    LifecycleRef waiting = run.running(NamedGuest.PLAINLY_STALE);
    new LifecycleRecorder(house.house()).waitForGate(waiting, "somebody paused");

    house.store().safety().closeGate("somebody paused", house.now(), "a test");
    run.recorder().tellRunning(run.fit());
    assertThat(TryTemporal.signals(WorkflowIds.guest(waiting))).isEmpty();

    house.store().safety().openGate("all is well", house.now(), "a test");
    run.recorder().tellRunning(run.fit());
    assertThat(TryTemporal.signals(WorkflowIds.guest(waiting))).containsExactly("lookAgain");
  }

  @Test
  void a_lifecycle_that_ended_while_it_was_told_disturbs_nobody() {
    run.openAll(run.fit());
    house.tenant().signIn(house.idOf(NamedGuest.COMES_BACK), SignInKind.INTERACTIVE, house.now());
    house.tenant().signIn(house.idOf(NamedGuest.NO_SPONSOR), SignInKind.INTERACTIVE, house.now());
    TryTemporal.terminate(run.running(NamedGuest.COMES_BACK));

    run.recorder().tellRunning(run.fit());

    assertThat(TryTemporal.signals(WorkflowIds.guest(run.running(NamedGuest.NO_SPONSOR))))
        .containsExactly("lookAgain");
  }

  @Test
  void a_kept_guest_is_due_again_only_after_the_last_day() {
    run.openAll(run.fit());
    LifecycleRef ref = run.running(NamedGuest.SPONSOR_KEEPS);
    LocalDate until = LocalDate.ofInstant(house.now(), house.policy().zone()).plusDays(40);
    new LifecycleRecorder(house.house()).close(ref, new Closing(Outcome.KEPT, "kept", until));
    TryTemporal.terminate(ref);

    house.clock().pass(Duration.ofDays(38));
    assertThat(run.openAll(run.fit()).opened()).isZero();
    assertThat(run.row(NamedGuest.SPONSOR_KEEPS).standing()).isEqualTo("KEPT");
    house.clock().pass(Duration.ofDays(1));
    assertThat(run.openAll(run.fit()).opened()).isEqualTo(1);
    assertThat(run.running(NamedGuest.SPONSOR_KEEPS).openingId()).isNotEqualTo(ref.openingId());
  }

  @Test
  void a_guest_whose_lifecycle_stood_down_is_put_off() {
    run.openAll(run.fit());
    LifecycleRef ref = run.running(NamedGuest.PLAINLY_STALE);
    new LifecycleRecorder(house.house())
        .close(ref, new Closing(Outcome.WOULD_REMOVE, "the mode is notify", null));
    TryTemporal.terminate(ref);

    house.clock().pass(Duration.ofDays(28));
    assertThat(run.openAll(run.fit()).opened()).isZero();
    house.clock().pass(Duration.ofDays(1));
    assertThat(run.openAll(run.fit()).opened()).isEqualTo(1);
  }

  @Test
  void an_exclusion_let_go_is_not_asked_about_again_and_its_guest_is_like_any_other_afterwards() {
    house.apply(
        TryPolicy.triggers(
            t -> new Triggers(t.inactiveAfterDays(), null, null, null, null, 45, 30)));
    run.openAll(run.fit());
    LifecycleRef ref = run.running(NamedGuest.EXCLUSION_LAPSES);
    assertThat(house.lifecycle(ref).trigger()).isEqualTo("EXCLUSION_ENDS");
    new LifecycleRecorder(house.house())
        .close(ref, new Closing(Outcome.EXEMPT, "the exclusion is not wanted any longer", null));
    TryTemporal.terminate(ref);

    house.clock().pass(Duration.ofDays(41)); // 2026-04-15, the last day but one
    run.openAll(run.fit());
    assertThat(run.isRunning(NamedGuest.EXCLUSION_LAPSES)).isFalse();
    assertThat(run.row(NamedGuest.EXCLUSION_LAPSES).standing()).isEqualTo("EXEMPT");

    house.clock().pass(Duration.ofDays(1));
    run.openAll(run.fit());
    assertThat(house.lifecycle(run.running(NamedGuest.EXCLUSION_LAPSES)).trigger())
        .isEqualTo("INACTIVE");
  }

  @Test
  void finishing_says_how_many_were_opened() {
    String scan = run.fit();
    run.recorder().finish(scan, 26);

    assertThat(run.scan(scan).opened()).isEqualTo(26);
    assertThat(run.scan(scan).finishedAt()).isEqualTo(house.now());
    assertThat(house.store().scans().find(UUID.fromString(scan))).isPresent();
  }
}
