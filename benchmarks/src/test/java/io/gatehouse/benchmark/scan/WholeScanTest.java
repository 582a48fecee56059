package io.gatehouse.benchmark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.benchmark.SkippingClock;
import io.gatehouse.safety.Judgement;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.TenantSize;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.worker.house.House;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WholeScanTest {
  private static final int GUESTS = 120;

  @Test
  void the_second_scan_reads_every_guest_and_goes_on_to_open() {
    var clock = new SkippingClock(Instant.parse("2026-03-02T08:00:00Z"));
    try (var database = TestDatabase.fresh();
        var sandbox = Sandbox.start(SandboxOptions.of(7, clock, new TenantSize(GUESTS, 40)));
        var temporal = new NoTemporal()) {
      var tenant = sandbox.tenant();
      var house =
          new House(tenant.id(), database.store(tenant.id()), clock, "http://127.0.0.1:8085");
      ScanProcess.apply(house, tenant.idOf(Employee.GRACE));
      Map<String, Integer> steps = new TreeMap<>();
      var scan =
          ScanProcess.scan(
              house,
              sandbox.graph().baseUrl(),
              clock,
              temporal.client(),
              (step, guests) -> steps.merge(step, guests, Integer::sum));

      assertThat(scan.run()).isInstanceOf(Judgement.TooEarly.class);
      assertThat(steps).containsEntry("guests", GUESTS).containsEntry("sponsors", GUESTS);
      assertThat(steps).doesNotContainKey("open");

      assertThat(scan.run()).isEqualTo(new Judgement.Fit());
      assertThat(steps).containsEntry("guests", 2 * GUESTS).containsKey("open");
      assertThat(house.store().scans().newest(1).getFirst().population()).isEqualTo(GUESTS);
    }
  }
}
