package io.gatehouse.demo.dev;

import io.gatehouse.demo.DemoHouse;
import io.gatehouse.starter.schedule.HouseSchedule;
import io.gatehouse.starter.schedule.Rhythm;
import io.gatehouse.starter.schedule.Schedules;
import java.time.Duration;

/** A schedule in Temporal that scans once in each day of the house. */
final class DailyScan {
  private DailyScan() {}

  static void every(Pace pace, DemoHouse house) {
    var schedules = new Schedules(house.temporal().client());
    HouseSchedule scan =
        HouseSchedule.scan(
            house.settings().tenant(), new Rhythm.Every(pace.wall(Duration.ofDays(1))));
    schedules.apply(scan, false);
    schedules.trigger(scan.id());
  }
}
