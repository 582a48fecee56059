package io.gatehouse.demo;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Stage;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An administrator of Temporal who cancels one removal there, after the account was disabled: the
 * lifecycle fails, and the account stays as it is until a person looks.
 */
final class CancelledInTemporal {
  private static final int FROM_DAY = 32;
  private static final int ALL = 100_000;

  private final DemoHouse house;
  private boolean done;

  CancelledInTemporal(DemoHouse house) {
    this.house = house;
  }

  /** Returns how much was done. */
  int act(int day) {
    if (done || day < FROM_DAY) {
      return 0;
    }
    Optional<LifecycleRow> inGrace = inGrace();
    inGrace.ifPresent(this::cancel);
    done = inGrace.isPresent();
    return done ? 1 : 0;
  }

  /** Of a guest without a story, whose end nobody has told. */
  private Optional<LifecycleRow> inGrace() {
    Tenant tenant = house.sandbox().tenant();
    Set<String> named =
        Stream.of(NamedGuest.values()).map(tenant::idOf).collect(Collectors.toSet());
    return house.store().lifecycleList().list(LifecycleFilter.all(ALL)).stream()
        .filter(LifecycleRow::isOpen)
        .filter(row -> row.stage().equals(Stage.DISABLED.name()))
        .filter(row -> !named.contains(row.guestId()))
        .min(Comparator.comparing(LifecycleRow::guestId));
  }

  private void cancel(LifecycleRow row) {
    var ref = new LifecycleRef(house.store().tenant(), row.guestId(), row.openingId().toString());
    house.temporal().client().newUntypedWorkflowStub(WorkflowIds.guest(ref)).cancel();
  }
}
