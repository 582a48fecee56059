package io.gatehouse.demo;

import io.gatehouse.config.RunningDemo;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.StopSignal;
import io.gatehouse.demo.check.Invariant;
import io.gatehouse.demo.time.TemporalInside;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.database.StoreProblem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** {@code ./gatehouse demo}. */
public final class DemoMain {
  /** Above that a demo takes hours: every guest lives through real workflows. */
  private static final int MOST_GUESTS = 10_000;

  /** As a shell counts what Ctrl-C ended. */
  private static final int STOPPED = 130;

  private DemoMain() {}

  public static void main(String[] arguments) {
    var options = new DemoOptions();
    options.readOrExit(arguments);
    if (options.days < 1 || options.days > 3650) {
      System.err.printf("--days takes 1 to 3650, not %d.%n", options.days);
      System.exit(2);
    }
    if (options.guests < NamedGuest.listed().size() || options.guests > MOST_GUESTS) {
      System.err.printf(
          "--guests takes %d (those who have a story) to %d, not %d.%n",
          NamedGuest.listed().size(), MOST_GUESTS, options.guests);
      System.exit(2);
    }
    var stop = StopSignal.listen();
    try {
      int code = run(options, stop);
      stop.over(code);
      System.exit(code);
    } catch (RuntimeException e) {
      stop.failed();
      throw e;
    }
  }

  private static int run(DemoOptions options, StopSignal stop) {
    RunningDemo announcement = RunningDemo.of(System.getenv());
    if (announcement.variables().isPresent()) {
      System.err.println(
          "A demo is running already: look at its pages, or end it first (Ctrl-C in its terminal).");
      return 1;
    }
    if (options.port() != 0 && inUse(options.port())) {
      System.err.printf(
          "Port %d is in use: end the other program, or choose another port with --port.%n",
          options.port());
      return 1;
    }
    // The days end now, so that everything one looks at lies in the past.
    Instant start =
        Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(options.days));
    System.out.printf(
        "Gatehouse demo: %d guests, %d days from %tF, seed %d.%n"
            + "A week observing, then enforcing. Everything is real but the tenant and the time.%n%n",
        options.guests, options.days, start.atZone(ZoneOffset.UTC), options.seed());
    var temporal = new TemporalInside(start);
    try (var house = new DemoHouse(temporal, options.seed(), options.guests, options.port())) {
      house.work();
      announcement.announce(house.variables());
      try {
        return live(options, temporal, house, stop);
      } finally {
        announcement.withdraw();
      }
    } catch (StartProblem | StoreProblem | IllegalStateException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static int live(
      DemoOptions options, TemporalInside temporal, DemoHouse house, StopSignal stop) {
    Optional<List<Invariant>> checked =
        new Demo(temporal, house, new Progress(System.out, System.console() != null))
            .run(options.days, stop::asked);
    if (checked.isEmpty()) {
      System.out.printf("%nStopped before its end.%n");
      return STOPPED;
    }
    new Summary(System.out).print(house.store(), house.sandbox(), checked.get());
    boolean holds = checked.get().stream().allMatch(Invariant::holds);
    System.out.printf(
        "%n%s, after %d seconds.%n",
        holds ? "Everything holds" : "NOT everything holds",
        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()).toSeconds());
    if (!options.exit) {
      stayOpen(house, stop);
    }
    return holds ? 0 : 1;
  }

  private static boolean inUse(int port) {
    try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !probe.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  private static void stayOpen(DemoHouse house, StopSignal stop) {
    System.out.printf(
        """

        Guests      http://127.0.0.1:%1$d/
        Lifecycles  http://127.0.0.1:%1$d/lifecycles
        Report      http://127.0.0.1:%1$d/report
        Scans       http://127.0.0.1:%1$d/scans
        Operator    http://127.0.0.1:%1$d/operator

        The pages ask you to sign in: choose any employee, and a role.
        In another terminal: ./gatehouse guest list, ./gatehouse help. There you are %2$s, an operator.
        Two people open a gate: after pause and resume, approve as %3$s on the Operator page, or with
        GATEHOUSE_KEY=%4$s in front of a second resume.
        Every story has ended by day 150: ./gatehouse demo --days 30 stops in the middle of them.
        Ctrl-C ends the demo and everything it started.
        """,
        house.serve().port(),
        DemoPeople.OPERATOR.displayName(),
        DemoPeople.APPROVER.displayName(),
        house.people().keys(DemoPeople.APPROVER).operator());
    try {
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
