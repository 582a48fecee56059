package io.gatehouse.worker.host;

import io.gatehouse.config.Settings;
import io.gatehouse.observe.Component;
import io.gatehouse.observe.Components;
import io.gatehouse.observe.HouseNumbers;
import io.gatehouse.observe.ManagementPort;
import io.gatehouse.observe.Readiness;
import io.gatehouse.observe.Telemetry;
import io.gatehouse.store.Store;
import io.gatehouse.worker.mail.Smtp;
import io.gatehouse.worker.observe.WorkerComponents;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a worker tells on its health port. */
record WorkerHealth(Settings settings, Set<Queue> queues, Clock clock, Store store) {

  /** Null where no port is set. */
  @Nullable ManagementPort listen(
      WorkerHost host, WorkflowServiceStubs temporal, Telemetry telemetry) {
    if (settings.health().isEmpty()) {
      return null;
    }
    var numbers = HouseNumbers.of(store, clock, telemetry);
    return ManagementPort.start(
        settings.health().get(),
        () -> host.works() ? "" : "this worker is stopping",
        new Readiness(components(temporal, numbers)),
        telemetry);
  }

  private List<Component> components(WorkflowServiceStubs temporal, HouseNumbers numbers) {
    var needed = new ArrayList<Component>();
    needed.add(Components.temporal(temporal));
    needed.add(Components.postgresql(store));
    if (queues.contains(Queue.MAIL)) {
      needed.add(WorkerComponents.mail(new Smtp(settings.mail(), clock)));
    }
    if (queues.stream().anyMatch(Queue::asksGraph)) {
      needed.addAll(WorkerComponents.tokens(settings.graph()));
    }
    needed.add(Components.lastScan(numbers, clock));
    needed.add(Components.lastWatch(numbers, clock));
    needed.add(Components.answers(numbers, clock));
    return needed;
  }
}
