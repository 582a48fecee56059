package io.gatehouse.starter.cli;

import io.gatehouse.config.Settings;
import io.gatehouse.observe.Components;
import io.gatehouse.observe.HouseNumbers;
import io.gatehouse.observe.ManagementPort;
import io.gatehouse.observe.Readiness;
import io.gatehouse.observe.Telemetry;
import io.gatehouse.starter.actor.ClockCheck;
import io.gatehouse.store.Store;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages' process tells on its health port: the pages' own faces everybody. */
final class PagesHealth {
  private PagesHealth() {}

  /** Null where no port is set. */
  static @Nullable ManagementPort listen(
      Connections connections, Store reading, Telemetry telemetry) {
    Settings settings = connections.settings();
    if (settings.health().isEmpty()) {
      return null;
    }
    Clock clock = connections.clock();
    var numbers = HouseNumbers.of(reading, clock, telemetry);
    return ManagementPort.start(
        settings.health().get(),
        () -> "",
        new Readiness(
            List.of(
                Components.postgresql(reading),
                Components.temporalLater(connections.client().getWorkflowServiceStubs()),
                Components.lastScan(numbers, clock),
                Components.lastWatch(numbers, clock),
                Components.answers(numbers, clock),
                Components.clock(() -> ClockCheck.of(reading, clock).flaw().orElse("")))),
        telemetry);
  }
}
