package io.gatehouse.starter.cli;

import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Schedules;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A schedule in words. */
final class ScheduleText {
  private ScheduleText() {}

  static void print(HouseSchedule wanted, Schedules schedules, Consumer<String> out) {
    schedules
        .find(wanted.id())
        .ifPresentOrElse(
            found -> lines(wanted, found).forEach(out),
            () ->
                out.accept(
                    "%s: not made yet; schedules apply makes it, serve does when it starts"
                        .formatted(wanted.name())));
  }

  private static List<String> lines(HouseSchedule wanted, ScheduleDescription found) {
    String changed =
        Schedules.drifted(found.getSchedule(), wanted)
            ? "not as the policy wants (changed by hand, or the policy is newer): schedules apply puts it right"
            : "as the policy wants";
    return List.of(
        "%s: %s".formatted(wanted.name(), wanted.rhythm().words()),
        "  state  %s".formatted(state(found.getSchedule().getState())),
        "  next   %s".formatted(next(found)),
        "  last   %s".formatted(last(found)),
        "  this   %s".formatted(changed));
  }

  private static String state(@Nullable ScheduleState state) {
    return state != null && state.isPaused()
        ? "paused: " + Table.clean(String.valueOf(state.getNote()))
        : "runs by itself";
  }

  private static String next(ScheduleDescription found) {
    return found.getInfo().getNextActionTimes().stream()
        .findFirst()
        .map(ScheduleText::minute)
        .orElse("never");
  }

  private static String last(ScheduleDescription found) {
    var recent = found.getInfo().getRecentActions();
    return recent.isEmpty() ? "never" : minute(recent.getLast().getStartedAt());
  }

  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }
}
