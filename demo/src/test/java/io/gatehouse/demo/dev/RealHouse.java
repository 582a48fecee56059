package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gatehouse.demo.DemoHouse;
import io.gatehouse.demo.DemoPolicy;
import io.gatehouse.demo.Phase;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.starter.scan.ScanStart;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.temporal.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The whole house on a real Temporal server, at a pace at which a test can wait for days. */
final class RealHouse implements AutoCloseable {
  /** Long enough for a slot's hour to be seconds on a machine that is busy. */
  private static final Duration DAY = Duration.ofSeconds(40);

  private static final int GUESTS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Pace pace = Pace.of(Instant.now(), DAY);
  private final DemoHouse house;

  private RealHouse(DevServer server) {
    this.house = new DemoHouse(new DevTemporal(server, pace), 1, GUESTS, 0);
    // A test that is cut off leaves no server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(house::close));
    house.apply(
        DemoPolicy.yaml(Phase.ENFORCING, house.sandbox().tenant())
            .replace("onSilence: remove", "onSilence: escalate") // only whom a test names
            .replace("changeWithinDays: 2", "changeWithinDays: 0")
            .replace("noticeDays: 7", "noticeDays: 1")
            .replace("graceDays: 30", "graceDays: 1"));
  }

  static RealHouse start() {
    RealHouse real = withoutWorker();
    real.house.work();
    return real;
  }

  /** For tests that choose the workers themselves. */
  static RealHouse withoutWorker() {
    return new RealHouse(server());
  }

  /** Missing where it must be there fails; elsewhere the test is skipped with this sentence. */
  static DevServer server() {
    Optional<Path> cli = TemporalCli.find(System.getenv());
    if (System.getenv("CI") != null) {
      assertThat(cli).as("the temporal command, which .ci/peers installs").isPresent();
    }
    assumeTrue(cli.isPresent(), "SKIPPED: the temporal command is not there, see .ci/peers");
    return DevServer.start(cli.orElseThrow(), 0);
  }

  DemoHouse house() {
    return house;
  }

  Pace pace() {
    return pace;
  }

  WorkflowClient client() {
    return house.temporal().client();
  }

  /** Scans until lifecycles are open: the first scan only measures. */
  void openLifecycles() {
    for (int scan = 0; scan < 2; scan++) {
      ScanStart.now(client(), house.settings().tenant()).getResult(Void.class);
    }
  }

  String idOf(NamedGuest guest) {
    return house.sandbox().tenant().idOf(guest);
  }

  Optional<LifecycleRow> newest(NamedGuest guest) {
    return house.store().lifecycleList().ofGuest(idOf(guest)).stream().findFirst();
  }

  WorkflowStub workflow(NamedGuest guest) {
    return client().newUntypedWorkflowStub(WorkflowIds.guest(ref(guest)));
  }

  LifecycleRef ref(NamedGuest guest) {
    return new LifecycleRef(house.settings().tenant(), idOf(guest), "");
  }

  /**
   * An operator's word, until it is heard: at this pace what was signed is worth less than half a
   * second, and a busy machine may take longer.
   */
  void say(NamedGuest guest, Act act) {
    until(() -> heard(guest, act));
  }

  private boolean heard(NamedGuest guest, Act act) {
    AnswerRow answer =
        new AnswerBook(house.store(), house.temporal().clock(), house.operator().signer())
            .record(newest(guest).orElseThrow(), new Actor.Proved(house.operator().person()), act);
    until(() -> house.serve().answers().deliverPending() > 0);
    return house.store().answers().find(answer.answerId()).orElseThrow().state().equals("APPLIED");
  }

  LifecycleRow await(NamedGuest guest, Predicate<LifecycleRow> state) {
    until(() -> newest(guest).filter(state).isPresent());
    return newest(guest).orElseThrow();
  }

  /** Looks again and again; there is no other clock to wait on beside a real server. */
  static void until(Supplier<Boolean> holds) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds.get()) {
      assertThat(Instant.now()).as("waited %s", PATIENCE).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Override
  public void close() {
    house.close();
  }
}
