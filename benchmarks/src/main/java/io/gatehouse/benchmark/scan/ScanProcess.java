package io.gatehouse.benchmark.scan;

import io.gatehouse.benchmark.OrdinaryPolicy;
import io.gatehouse.benchmark.SkippingClock;
import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.Credential.StaticToken;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.database.Database;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.guest.LifecycleOpener;
import io.gatehouse.worker.guest.ScanReader;
import io.gatehouse.worker.guest.ScanRecorder;
import io.gatehouse.worker.house.House;
import io.temporal.client.WorkflowClient;
import java.net.URI;
import java.time.Clock;

/**
 * The measured process: scans a tenant twice, because only a second scan has something to be
 * compared with and goes on to open, in mode observe. It prints a line per so many guests.
 */
final class ScanProcess {
  private ScanProcess() {}

  /** Arguments: database URL, Graph's base URL, tenant id, the steward's id, guests per line. */
  public static void main(String[] arguments) {
    var clock = new SkippingClock(Clock.systemUTC().instant());
    try (var temporal = new NoTemporal();
        var database = Database.open(arguments[0], TestDatabase.APP, TestDatabase.PASSWORD)) {
      var house =
          new House(
              arguments[2], new Store(database, arguments[2]), clock, "http://127.0.0.1:8085");
      apply(house, arguments[3]);
      var progress = new Progress(Integer.parseInt(arguments[4]));
      var scan = scan(house, URI.create(arguments[1]), clock, temporal.client(), progress);
      for (int number = 1; number <= 2; number++) {
        progress.begin("scan " + number);
        progress.end(scan.run().getClass().getSimpleName());
      }
    }
  }

  static void apply(House house, String steward) {
    var now = house.now();
    var policy = Wire.write(OrdinaryPolicy.with(steward));
    house.store().policies().apply("benchmark", policy, now, "a benchmark", null);
  }

  static WholeScan scan(
      House house,
      URI graph,
      SkippingClock clock,
      WorkflowClient temporal,
      WholeScan.Listener listener) {
    var directory =
        new DirectoryReader(
            new GraphConnection(
                graph,
                new StaticToken(AppRegistration.OBSERVER.token()),
                new CallBudget(clock),
                clock));
    var opener = new LifecycleOpener(house, directory, temporal);
    return new WholeScan(
        new ScanRecorder(house, temporal),
        new ScanReader(house, directory, opener),
        clock,
        listener);
  }
}
