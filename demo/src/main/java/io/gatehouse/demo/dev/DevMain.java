package io.gatehouse.demo.dev;

import io.gatehouse.config.RunningDemo;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.StopSignal;
import io.gatehouse.demo.DemoHouse;
import io.gatehouse.demo.DemoPolicy;
import io.gatehouse.demo.Phase;
import io.gatehouse.store.database.StoreProblem;
import java.time.Clock;
import java.util.Locale;

/** {@code ./gatehouse dev}. */
public final class DevMain {
  private DevMain() {}

  public static void main(String[] arguments) {
    var options = new DevOptions();
    options.readOrExit(arguments);
    try {
      run(options);
    } catch (StartProblem | StoreProblem | IllegalStateException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(DevOptions options) throws InterruptedException {
    RunningDemo announcement = RunningDemo.of(System.getenv());
    if (announcement.variables().isPresent()) {
      throw new StartProblem("A demo is running already: end it first (Ctrl-C in its terminal).");
    }
    var stop = StopSignal.listen();
    try {
      live(options, announcement, stop);
      System.out.println("Stopped: everything that was started here is ended.");
      stop.over(0);
    } catch (RuntimeException | InterruptedException e) {
      stop.failed();
      throw e;
    }
  }

  /** Until Ctrl-C; then everything that was started ends in order, and only that. */
  private static void live(DevOptions options, RunningDemo announcement, StopSignal stop)
      throws InterruptedException {
    Pace pace = Pace.of(Clock.systemUTC().instant(), options.day);
    var temporal =
        new DevTemporal(
            DevServer.start(TemporalCli.require(System.getenv()), options.uiPort), pace);
    try (var house = new DemoHouse(temporal, options.seed(), options.guests, options.port())) {
      house.apply(DemoPolicy.yaml(Phase.ENFORCING, house.sandbox().tenant()));
      house.work();
      announcement.announce(house.variables());
      DevSchedules.apply(pace, house);
      try (var _ = LivingTenant.in(house)) {
        welcome(options, temporal, house);
        stop.await();
      } finally {
        announcement.withdraw();
      }
    }
  }

  private static void welcome(DevOptions options, DevTemporal temporal, DemoHouse house) {
    System.out.printf(
        """
        Gatehouse dev: %d guests, a day lasts %s, a scan each day, seed %d.
        Temporal shows when things really happened; dates of the house run ahead of them.

        Temporal UI  %s/namespaces/default/workflows
        Temporal     %s
        Pages        http://127.0.0.1:%d/

        In another terminal: ./gatehouse guest list, ./gatehouse help
        Ctrl-C ends everything that was started here, and nothing else.
        """,
        options.guests,
        options.day.toString().substring(2).toLowerCase(Locale.ROOT),
        options.seed(),
        temporal.ui(),
        temporal.target(),
        house.serve().port());
  }
}
