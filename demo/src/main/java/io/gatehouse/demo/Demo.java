package io.gatehouse.demo;

import io.gatehouse.demo.check.Invariant;
import io.gatehouse.demo.check.Invariants;
import io.gatehouse.demo.check.ObservedWeek;
import io.gatehouse.demo.time.TimeMachine;
import io.gatehouse.policy.Mode;
import io.gatehouse.starter.scan.ScanStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The story of the demo: a week observing, then enforcing, a scan each day. */
final class Demo {
  static final int OBSERVING_DAYS = 7;

  private final DemoHouse house;
  private final Progress progress;

  Demo(DemoHouse house, Progress progress) {
    this.house = house;
    this.progress = progress;
  }

  /** Runs the days and returns what must hold, checked. */
  List<Invariant> run(int days) {
    TimeMachine time = house.timeMachine();
    Instant start = time.now();
    var observed = new ObservedWeek(house.sandbox(), house.store());
    apply(Mode.OBSERVE);
    for (int day = 0; day < days; day++) {
      if (day == OBSERVING_DAYS) {
        observed.end();
        apply(Mode.ENFORCE);
      }
      progress.day(day, days, house.store());
      ScanStart.now(house.temporal().client(), house.settings().tenant());
      time.travelTo(start.plus(Duration.ofDays(day + 1)));
    }
    if (days <= OBSERVING_DAYS) {
      observed.end();
    }
    progress.day(days, days, house.store());
    return new Invariants(house.sandbox(), house.store(), observed).check(days);
  }

  private void apply(Mode mode) {
    house.apply(DemoPolicy.yaml(mode, house.sandbox().tenant()));
  }
}
