package io.gatehouse.starter.schedule;

import io.gatehouse.temporal.TaskQueues;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.codec.PayloadCodecException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule does, written one way whoever wrote it: the server gives back other words for the
 * same (ranges with their defaults filled in).
 */
record Meaning(String text) {
  static Meaning of(HouseSchedule wanted) {
    return new Meaning(
        when(wanted.rhythm().spec())
            + "; "
            + what(wanted.workflowType(), wanted.id(), TaskQueues.CORE, wanted.argument()));
  }

  /**
   * @param argument of the class that the input should be of
   */
  static Meaning of(Schedule found, Object argument) {
    String action =
        found.getAction() instanceof ScheduleActionStartWorkflow start
            ? what(
                start.getWorkflowType(),
                String.valueOf(start.getOptions().getWorkflowId()),
                String.valueOf(start.getOptions().getTaskQueue()),
                input(start, argument.getClass()))
            : "something else";
    return new Meaning(when(found.getSpec()) + "; " + action + limit(found.getState()));
  }

  /** What somebody typed there by hand need not be readable at all. */
  private static Object input(ScheduleActionStartWorkflow start, Class<?> type) {
    try {
      return start.getArguments().getSize() == 1
          ? start.getArguments().get(0, type)
          : "another input";
    } catch (DataConverterException | PayloadCodecException unreadable) {
      return "an unreadable input";
    }
  }

  /** A schedule that may run so many times more ends by itself. */
  private static String limit(@Nullable ScheduleState state) {
    return state != null && state.isLimitedAction()
        ? "; %d times".formatted(state.getRemainingActions())
        : "";
  }

  /** Overlap and catch-up are left out of the wish's text and compared here. */
  static boolean keepsPolicy(Schedule found, Schedule wanted) {
    SchedulePolicy is = found.getPolicy();
    SchedulePolicy should = wanted.getPolicy();
    return is != null
        && should != null
        && is.getOverlap() == should.getOverlap()
        && Objects.equals(is.getCatchupWindow(), should.getCatchupWindow());
  }

  /** Eight hex digits. */
  String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String what(String workflowType, String id, String queue, Object input) {
    return "%s as %s on %s with %s".formatted(workflowType, id, queue, input);
  }

  private static String when(ScheduleSpec spec) {
    String calendars =
        each(spec.getCalendars()).stream().map(Meaning::calendar).collect(Collectors.joining(","));
    String intervals =
        each(spec.getIntervals()).stream()
            .map(every -> every.getEvery() + "+" + orZero(every.getOffset()))
            .collect(Collectors.joining(","));
    String skipped =
        each(spec.getSkip()).stream().map(Meaning::calendar).collect(Collectors.joining(","));
    return "at [%s] every [%s] not [%s] in %s within %s"
        .formatted(
            calendars,
            intervals,
            skipped,
            Objects.requireNonNullElse(spec.getTimeZoneName(), ""),
            orZero(spec.getJitter()));
  }

  private static String calendar(ScheduleCalendarSpec day) {
    return "%s:%s:%s on %s of %s, weekdays %s, years %s"
        .formatted(
            ranges(day.getHour(), 0),
            ranges(day.getMinutes(), 0),
            ranges(day.getSeconds(), 0),
            ranges(day.getDayOfMonth(), 1),
            ranges(day.getMonth(), 1),
            ranges(day.getDayOfWeek(), 0),
            each(day.getYear()).isEmpty() ? "all" : ranges(day.getYear(), 0));
  }

  private static String ranges(@Nullable List<ScheduleRange> ranges, int first) {
    return each(ranges).isEmpty()
        ? Integer.toString(first)
        : each(ranges).stream().map(Meaning::range).collect(Collectors.joining("|"));
  }

  private static String range(ScheduleRange range) {
    return "%d-%d/%d"
        .formatted(
            range.getStart(),
            Math.max(range.getStart(), range.getEnd()),
            Math.max(1, range.getStep()));
  }

  private static <T> List<T> each(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Duration orZero(@Nullable Duration duration) {
    return duration == null ? Duration.ZERO : duration;
  }

  /** Neither paused nor limited. */
  static ScheduleState running() {
    return ScheduleState.newBuilder().setNote("").build();
  }
}
