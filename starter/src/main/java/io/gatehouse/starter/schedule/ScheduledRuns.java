package io.gatehouse.starter.schedule;

import io.temporal.client.schedules.ScheduleActionExecution;
import io.temporal.client.schedules.ScheduleActionExecutionStartWorkflow;
import io.temporal.client.schedules.ScheduleActionResult;
import io.temporal.client.schedules.ScheduleInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Runs of one schedule, found by their workflow ids. */
final class ScheduledRuns {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int LOOKS = 75;

  private final Schedules schedules;
  private final String id;

  ScheduledRuns(Schedules schedules, String id) {
    this.schedules = schedules;
    this.id = id;
  }

  /** Starts one, or joins the one that runs; empty when the server was too slow to tell which. */
  Optional<String> now() {
    Optional<String> running = running();
    if (running.isPresent()) {
      return running;
    }
    List<String> before = known();
    schedules.trigger(id);
    for (int look = 0; look < LOOKS; look++) {
      Optional<String> fresh = known().stream().filter(run -> !before.contains(run)).findFirst();
      if (fresh.isPresent()) {
        return fresh;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return Optional.empty();
  }

  private Optional<String> running() {
    return info()
        .flatMap(info -> info.getRunningActions().stream().map(ScheduledRuns::id).findFirst());
  }

  /** Those that run and the last ten. */
  private List<String> known() {
    var runs = new ArrayList<String>();
    info()
        .ifPresent(info -> {
          info.getRunningActions().forEach(run -> runs.add(id(run)));
          for (ScheduleActionResult recent : info.getRecentActions()) {
            runs.add(id(recent.getAction()));
          }
        });
    return runs;
  }

  private Optional<ScheduleInfo> info() {
    return schedules.find(id).map(found -> found.getInfo());
  }

  private static String id(ScheduleActionExecution run) {
    return ((ScheduleActionExecutionStartWorkflow) run).getWorkflowId();
  }
}
