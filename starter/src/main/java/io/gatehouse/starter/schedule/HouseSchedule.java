package io.gatehouse.starter.schedule;

import io.gatehouse.guest.ScanRequest;
import io.gatehouse.temporal.TaskQueues;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.watch.WatchRequest;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleState;
import java.time.Duration;

/**
 * A schedule as Gatehouse wants it.
 *
 * @param id also the id of the workflows it starts, which get their time as a suffix
 * @param summary what Temporal shows beside each run
 */
public record HouseSchedule(
    String id, Rhythm rhythm, String workflowType, Object argument, String summary) {
  /** The default is a year: after an outage every missed scan would run. */
  private static final Duration CATCH_UP = Duration.ofHours(1);

  /** The scan of all guests. */
  public static HouseSchedule scan(String tenant, Rhythm rhythm) {
    return new HouseSchedule(
        WorkflowIds.scan(tenant),
        rhythm,
        "GuestScanWorkflow",
        new ScanRequest(tenant),
        "scan of all guests");
  }

  /** The watch over running lifecycles, which looks around by itself until the next one starts. */
  public static HouseSchedule watch(String tenant, Rhythm rhythm) {
    return new HouseSchedule(
        WorkflowIds.watch(tenant),
        rhythm,
        "LifecycleWatchWorkflow",
        new WatchRequest(tenant),
        "watch over running lifecycles");
  }

  /** What people call it: the first part of the id. */
  public String name() {
    return id.substring(0, id.indexOf('/'));
  }

  /** For Temporal, with the mark by which it is known again. */
  Schedule schedule(ScheduleState state) {
    return Schedule.newBuilder()
        .setSpec(rhythm.spec())
        .setPolicy(
            SchedulePolicy.newBuilder()
                .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                .setCatchupWindow(CATCH_UP)
                .build())
        .setState(state)
        .setAction(
            ScheduleActionStartWorkflow.newBuilder()
                .setWorkflowType(workflowType)
                .setArguments(argument)
                .setOptions(
                    WorkflowOptions.newBuilder()
                        .setWorkflowId(id)
                        .setTaskQueue(TaskQueues.CORE)
                        // One without the other makes describe() throw (temporal.md 11).
                        .setStaticSummary(summary)
                        .setStaticDetails(details())
                        .build())
                .build())
        .build();
  }

  private String details() {
    return "Runs %s. %s".formatted(rhythm.words(), mark());
  }

  /** Tells this wish from any other; a memo of the schedule could not be changed later. */
  String mark() {
    return "Applied by Gatehouse as %s.".formatted(Meaning.of(this).digest());
  }
}
