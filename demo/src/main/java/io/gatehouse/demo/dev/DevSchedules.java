package io.gatehouse.demo.dev;

import io.gatehouse.demo.DemoHouse;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Rhythm;
import io.gatehouse.starter.schedule.Schedules;
import java.time.Duration;

/** Schedules in Temporal that scan once in each day of the house, and watch. */
final class DevSchedules {
  /**
   * By the wall clock: an hour of the house is about a second, and each run is a line in the UI.
   */
  private static final Duration WATCH = Duration.ofMinutes(2);

  private DevSchedules() {}

  static void apply(Pace pace, DemoHouse house) {
    var schedules = new Schedules(house.temporal().client());
    String tenant = house.settings().tenant();
    HouseSchedule scan =
        HouseSchedule.scan(tenant, new Rhythm.Every(pace.wall(Duration.ofDays(1))));
    schedules.apply(scan, false);
    schedules.apply(HouseSchedule.watch(tenant, new Rhythm.Every(WATCH)), false);
    schedules.trigger(scan.id());
  }
}
