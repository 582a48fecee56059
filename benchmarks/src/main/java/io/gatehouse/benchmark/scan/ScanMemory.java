package io.gatehouse.benchmark.scan;

import io.gatehouse.benchmark.ChildJvm;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.TenantSize;
import io.gatehouse.store.TestDatabase;
import java.time.Clock;
import java.util.List;

/**
 * The heap of a whole scan over 100,000 guests in a process that has half a gigabyte; the tenant
 * and PostgreSQL stand outside of it.
 */
public final class ScanMemory {
  private static final int GUESTS = 100_000;
  private static final int SPONSORS = 40;
  private static final int GUESTS_PER_LINE = 10_000;
  private static final List<String> FLAGS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private ScanMemory() {}

  public static void main(String[] arguments) throws InterruptedException {
    var size = new TenantSize(GUESTS, SPONSORS);
    try (var database = TestDatabase.fresh();
        var sandbox = Sandbox.start(SandboxOptions.of(7, Clock.systemUTC(), size))) {
      sandbox.graph().throttles().off();
      var tenant = sandbox.tenant();
      try (var scan =
          new ChildJvm(
              FLAGS,
              ScanProcess.class,
              database.url(),
              sandbox.graph().baseUrl().toString(),
              tenant.id(),
              tenant.idOf(Employee.GRACE),
              Integer.toString(GUESTS_PER_LINE))) {
        for (String line = scan.next(); line != null; line = scan.next()) {
          System.out.println(line);
        }
        if (scan.exitCode() != 0) {
          throw new IllegalStateException(
              "The scan did not get to its end: exit code %d.".formatted(scan.exitCode()));
        }
      }
    }
  }
}
