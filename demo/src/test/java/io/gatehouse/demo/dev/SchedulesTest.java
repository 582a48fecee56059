package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.guest.ScanRequest;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Rhythm;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.starter.schedule.Schedules.Applied;
import io.gatehouse.temporal.TaskQueues;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules on a real server: made as wished, kept as people left them. */
class SchedulesTest {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static DevServer server;
  private static WorkflowServiceStubs stubs;
  private static Schedules schedules;

  private final String tenant = UUID.randomUUID().toString();
  private final HouseSchedule nightly = scanAt(LocalTime.of(2, 0));

  @BeforeAll
  static void start() {
    server = RealHouse.server();
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(server.target()).build());
    schedules = new Schedules(WorkflowClient.newInstance(stubs));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      stubs.shutdownNow();
      server.close();
    }
  }

  private HouseSchedule scanAt(LocalTime at) {
    return HouseSchedule.scan(tenant, new Rhythm.Daily(at, VIENNA, Duration.ofMinutes(30)));
  }

  private ScheduleDescription found() {
    return schedules.find(nightly.id()).orElseThrow();
  }

  @Test
  void made_once_it_is_as_wished_whatever_words_the_server_gives_back() {
    assertThat(schedules.find(nightly.id())).isEmpty();
    assertThat(schedules.apply(nightly, false)).isEqualTo(Applied.CREATED);
    assertThat(schedules.apply(nightly, false)).isEqualTo(Applied.UNCHANGED);

    assertThat(Schedules.drifted(found().getSchedule(), nightly)).isFalse();
    assertThat(found().getInfo().getNextActionTimes().getFirst().atZone(VIENNA).toLocalTime())
        .isBetween(LocalTime.of(2, 0), LocalTime.of(2, 30));
  }

  @Test
  void after_an_outage_of_days_only_the_last_hour_is_caught_up() {
    schedules.apply(nightly, false);

    SchedulePolicy policy = Objects.requireNonNull(found().getSchedule().getPolicy());
    assertThat(policy.getCatchupWindow()).isEqualTo(Duration.ofHours(1));
    assertThat(policy.getOverlap()).isEqualTo(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP);
  }

  @Test
  void another_wish_changes_it_and_a_humans_pause_stays() {
    schedules.apply(nightly, false);
    schedules.pause(nightly.id(), "migration of the mail server");
    HouseSchedule later = scanAt(LocalTime.of(4, 15));

    assertThat(schedules.apply(later, false)).isEqualTo(Applied.UPDATED);

    assertThat(Objects.requireNonNull(found().getSchedule().getState()).isPaused()).isTrue();
    assertThat(Objects.requireNonNull(found().getSchedule().getState()).getNote())
        .isEqualTo("migration of the mail server");
    assertThat(found().getInfo().getNextActionTimes().getFirst().atZone(VIENNA).toLocalTime())
        .isBetween(LocalTime.of(4, 15), LocalTime.of(4, 45));
    schedules.unpause(nightly.id(), "done");
    assertThat(Objects.requireNonNull(found().getSchedule().getState()).isPaused()).isFalse();
  }

  @Test
  void what_was_changed_by_hand_is_shown_and_put_back_only_when_somebody_insists() {
    schedules.apply(nightly, false);
    byHand(
        Schedule.newBuilder(found().getSchedule())
            .setSpec(ScheduleSpec.newBuilder(scanAt(LocalTime.NOON).rhythm().spec()).build())
            .build());

    assertThat(Schedules.drifted(found().getSchedule(), nightly)).isTrue();
    assertThat(schedules.apply(nightly, false)).isEqualTo(Applied.DRIFTED);
    assertThat(Schedules.drifted(found().getSchedule(), nightly)).isTrue();
    assertThat(schedules.apply(nightly, true)).isEqualTo(Applied.UPDATED);
    assertThat(Schedules.drifted(found().getSchedule(), nightly)).isFalse();
  }

  @Test
  void a_longer_catch_up_set_by_hand_is_drift_too() {
    schedules.apply(nightly, false);
    byHand(
        Schedule.newBuilder(found().getSchedule())
            .setPolicy(
                SchedulePolicy.newBuilder()
                    .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                    .setCatchupWindow(Duration.ofDays(365))
                    .build())
            .build());

    assertThat(schedules.apply(nightly, false)).isEqualTo(Applied.DRIFTED);
  }

  static Stream<Arguments> drifts() {
    return Stream.of(
        arguments("another tenant's scan", action(new ScanRequest("another"), TaskQueues.CORE)),
        arguments("an input that is none", action("by hand", TaskQueues.CORE)),
        arguments("a queue that nobody works on", action(null, "nobody")),
        arguments(
            "one run more and no other",
            (UnaryOperator<Schedule>)
                found ->
                    Schedule.newBuilder(found)
                        .setState(
                            ScheduleState.newBuilder()
                                .setNote("")
                                .setLimitedAction(true)
                                .setRemainingActions(1)
                                .build())
                        .build()));
  }

  private static UnaryOperator<Schedule> action(@Nullable Object input, String queue) {
    return found -> {
      var old = (ScheduleActionStartWorkflow) found.getAction();
      var changed = ScheduleActionStartWorkflow.newBuilder(old);
      if (input != null) {
        changed.setArguments(input);
      }
      return Schedule.newBuilder(found)
          .setAction(
              changed
                  .setOptions(
                      WorkflowOptions.newBuilder(old.getOptions()).setTaskQueue(queue).build())
                  .build())
          .build();
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("drifts")
  void whatever_makes_it_run_otherwise_is_drift_and_is_put_back(
      String what, UnaryOperator<Schedule> change) {
    schedules.apply(nightly, false);
    byHand(change.apply(found().getSchedule()));

    assertThat(schedules.apply(nightly, false)).as(what).isEqualTo(Applied.DRIFTED);
    assertThat(schedules.apply(nightly, true)).isEqualTo(Applied.UPDATED);
    assertThat(schedules.apply(nightly, false)).isEqualTo(Applied.UNCHANGED);
  }

  @Test
  void a_run_asked_for_is_joined_by_whoever_asks_again() {
    schedules.apply(nightly, false);
    String first = schedules.run(nightly.id()).orElseThrow();

    assertThat(first).startsWith(nightly.id() + "-");
    assertThat(schedules.run(nightly.id())).contains(first); // no worker: it still runs
  }

  private void byHand(Schedule changed) {
    ScheduleClient.newInstance(stubs)
        .getHandle(nightly.id())
        .update(_ -> new ScheduleUpdate(changed));
  }
}
