package io.gatehouse.starter.schedule;

import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** When something runs by itself. */
public sealed interface Rhythm {
  /** As Temporal writes it down. */
  ScheduleSpec spec();

  /** In words for people. */
  String words();

  /**
   * Once a day.
   *
   * @param zone by its IANA name: Temporal knows no other
   * @param spread up to how much later, so that not every tenant asks Graph in one minute
   */
  record Daily(LocalTime at, ZoneId zone, Duration spread) implements Rhythm {
    @Override
    public ScheduleSpec spec() {
      return ScheduleSpec.newBuilder()
          .setCalendars(
              List.of(
                  ScheduleCalendarSpec.newBuilder()
                      .setHour(List.of(new ScheduleRange(at.getHour())))
                      .setMinutes(List.of(new ScheduleRange(at.getMinute())))
                      .setSeconds(List.of(new ScheduleRange(0)))
                      .build()))
          .setTimeZoneName(zone.getId())
          .setJitter(spread)
          .build();
    }

    @Override
    public String words() {
      return "daily at %s %s".formatted(at, zone);
    }
  }

  /** Again and again, counted from the beginning of 1970. */
  record Every(Duration interval) implements Rhythm {
    @Override
    public ScheduleSpec spec() {
      return ScheduleSpec.newBuilder()
          .setIntervals(List.of(new ScheduleIntervalSpec(interval)))
          .build();
    }

    @Override
    public String words() {
      return interval.equals(Duration.ofHours(1))
          ? "every hour"
          : "every %d seconds".formatted(interval.toSeconds());
    }
  }
}
