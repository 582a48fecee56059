package io.gatehouse.demo;

import io.gatehouse.config.RunningDemo;
import io.gatehouse.config.StartProblem;
import io.gatehouse.demo.check.Invariant;
import io.gatehouse.demo.time.TemporalInside;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.database.StoreProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code ./gatehouse demo}. */
public final class DemoMain {
  /** Above that a demo takes hours: every guest lives through real workflows. */
  private static final int MOST_GUESTS = 10_000;

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
    System.exit(run(options));
  }

  private static int run(DemoOptions options) {
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
    long began = System.nanoTime();
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
      Runtime.getRuntime().addShutdownHook(new Thread(announcement::withdraw));
      List<Invariant> invariants =
          new Demo(temporal, house, new Progress(System.out, System.console() != null))
              .run(options.days);
      new Summary(System.out).print(house.store(), house.sandbox(), invariants);
      boolean holds = invariants.stream().allMatch(Invariant::holds);
      System.out.printf(
          "%n%s, after %d seconds.%n",
          holds ? "Everything holds" : "NOT everything holds",
          Duration.ofNanos(System.nanoTime() - began).toSeconds());
      if (!options.exit) {
        stayOpen(house);
      }
      return holds ? 0 : 1;
    } catch (StartProblem | StoreProblem | IllegalStateException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static boolean inUse(int port) {
    try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !probe.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  private static void stayOpen(DemoHouse house) {
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
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
