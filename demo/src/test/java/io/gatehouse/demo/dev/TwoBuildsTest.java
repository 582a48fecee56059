package io.gatehouse.demo.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.cli.Ending;
import io.gatehouse.starter.scan.ScanStart;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.host.WorkerHost;
import io.temporal.client.WorkflowStub;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two builds of the workers side by side on a real server. */
@Tag("long")
class TwoBuildsTest {
  private static final String DEPLOYMENT = "gatehouse";

  private static RealHouse real;

  @BeforeAll
  static void start() {
    real = RealHouse.withoutWorker();
  }

  @AfterAll
  static void stop() {
    if (real != null) {
      real.close();
    }
  }

  @Test
  void work_goes_to_the_current_build_and_lifecycles_move_with_it() {
    WorkerHost one = work("one");
    WorkflowStub measuring = scan();
    assertThat(run("deployment", "current", "one")).contains("All work goes to build one");
    measuring.getResult(Void.class); // it waited for somebody to be current
    scan().getResult(Void.class); // opens lifecycles
    assertThat(run("deployment", "show")).containsPattern("one +100 % +current");
    assertThat(run("deployment", "current", "two", "--wait", "1"))
        .contains("no worker polled as build two within 1 seconds", "known: one");

    try (WorkerHost two = work("two")) {
      assertThat(run("deployment", "ramp", "two", "--percent", "50")).contains("50 %");
      assertThat(run("deployment", "show")).containsPattern("two +50 % +ramping");
      assertThat(run("deployment", "current", "two")).contains("All work goes to build two");
      one.close();

      hold(NamedGuest.SPONSOR_SILENT);
      scan().getResult(Void.class);

      assertThat(builds(WorkflowIds.guest(real.ref(NamedGuest.SPONSOR_SILENT))))
          .as("began on one, goes on with two")
          .startsWith("one")
          .endsWith("two");
      assertThat(run("deployment", "show"))
          .containsPattern("two +100 % +current")
          .containsPattern("one +0 %");
      two.close();
    }

    work(""); // versioning is turned off again
    assertThat(run("deployment", "current", "--unversioned")).contains("no build");
    real.say(
        NamedGuest.SPONSOR_SILENT,
        new Act.Release("back")); // delivered by a worker without a build
  }

  private static WorkflowStub scan() {
    return ScanStart.now(real.client(), real.house().settings().tenant());
  }

  private static WorkerHost work(String build) {
    Map<String, String> named =
        build.isEmpty()
            ? Map.of()
            : Map.of("GATEHOUSE_WORKER_DEPLOYMENT", DEPLOYMENT, "GATEHOUSE_WORKER_BUILD", build);
    return real.house().work(named, real.client());
  }

  private static void hold(NamedGuest guest) {
    LocalDate today =
        LocalDate.ofInstant(real.house().temporal().clock().instant(), ZoneOffset.UTC);
    real.say(guest, new Act.Hold(today.plusDays(20), "on leave"));
  }

  /** The builds that completed its workflow tasks, in order. */
  private static List<String> builds(String workflowId) {
    return real.client().fetchHistory(workflowId).getEvents().stream()
        .filter(event -> event.hasWorkflowTaskCompletedEventAttributes())
        .map(event ->
            event.getWorkflowTaskCompletedEventAttributes().getDeploymentVersion().getBuildId())
        .toList();
  }

  private static String run(String... arguments) {
    var environment = new TreeMap<>(real.house().variables());
    environment.put("GATEHOUSE_WORKER_DEPLOYMENT", DEPLOYMENT);
    return Ending.said(environment, arguments);
  }
}
