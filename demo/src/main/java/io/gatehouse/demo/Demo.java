package io.gatehouse.demo;

import io.gatehouse.demo.check.Invariant;
import io.gatehouse.demo.check.Invariants;
import io.gatehouse.demo.check.ObservedWeek;
import io.gatehouse.demo.time.TemporalInside;
import io.gatehouse.demo.time.TimeMachine;
import io.gatehouse.starter.scan.ScanStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The story of the demo, a scan each day; {@link Phase} says under which policy. */
final class Demo {
  private final TimeMachine time;
  private final DemoHouse house;
  private final Progress progress;

  Demo(TemporalInside temporal, DemoHouse house, Progress progress) {
    this.time = new TimeMachine(temporal, house.sandbox(), house.serve().answers());
    this.house = house;
    this.progress = progress;
  }

  /**
   * Runs the days.
   *
   * @param stopped asked before each day
   * @return what must hold, checked; empty when it was stopped before its end
   */
  Optional<List<Invariant>> run(int days, BooleanSupplier stopped) {
    Instant start = time.now();
    var observed = new ObservedWeek(house.sandbox(), house.store());
    var operator = new Operator(house);
    var cancelled = new CancelledInTemporal(house);
    for (int day = 0; day < days; day++) {
      if (stopped.getAsBoolean()) {
        return Optional.empty();
      }
      Optional<Phase> begins = Phase.beginningOn(day);
      if (begins.equals(Optional.of(Phase.ENFORCING))) {
        observed.end();
      }
      begins.ifPresent(phase -> house.apply(DemoPolicy.yaml(phase, house.sandbox().tenant())));
      progress.day(day, days, house.store());
      ScanStart.now(house.temporal().client(), house.settings().tenant());
      time.settle();
      if (operator.act(day) + cancelled.act(day) > 0) {
        time.settle();
      }
      time.travelTo(start.plus(Duration.ofDays(day + 1)));
    }
    if (days <= Phase.ENFORCING.firstDay()) {
      observed.end();
    }
    progress.day(days, days, house.store());
    return Optional.of(
        new Invariants(house.sandbox(), house.store(), observed, house.guests()).check(days));
  }
}
