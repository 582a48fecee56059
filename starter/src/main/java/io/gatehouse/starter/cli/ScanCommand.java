package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.guest.ScanReport;
import io.gatehouse.safety.Judgement;
import io.gatehouse.starter.scan.ScanStart;
import io.gatehouse.store.Store;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code scan}: starts a scan, or joins the one that runs, and waits for its report. */
@Command(
    name = "scan",
    description = "Reads all guests now and prints what came of it.",
    subcommands = ScanAccept.class)
final class ScanCommand implements Callable<Integer> {
  private static final int SECONDS_BETWEEN_LOOKS = 2;

  /** How long Temporal may not answer before waiting for the scan ends. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (var connections = Connections.of(spec, Part.DATABASE, Part.TEMPORAL)) {
      Store store = connections.store();
      String tenant = connections.settings().tenant();
      WorkflowStub scan = ScanStart.now(connections.client(), tenant);
      return report(await(scan, store, out), out);
    } catch (WorkflowFailedException e) {
      throw new Refusal(
          "The scan ended in an error: look at %s in the Temporal UI for the reason."
              .formatted(e.getExecution().getWorkflowId()));
    }
  }

  private static ScanReport await(WorkflowStub scan, Store store, PrintWriter out) {
    String last = "";
    long heard = System.nanoTime();
    while (true) {
      try {
        return scan.getResult(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS, ScanReport.class);
      } catch (WorkflowServiceException | StatusRuntimeException e) {
        // A busy server or one that starts again says so for a while; the scan goes on meanwhile.
        if (System.nanoTime() - heard > SILENCE.toNanos()) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      } catch (TimeoutException stillRunning) {
        heard = System.nanoTime();
        String progress =
            store.scans().newest(1).stream()
                .filter(row -> row.finishedAt() == null)
                .map(row -> progress(store, row.scanId()))
                .findFirst()
                .orElse("waiting for a worker");
        if (!progress.equals(last)) {
          out.println("The scan runs: " + progress + ".");
          out.flush();
          last = progress;
        }
      }
    }
  }

  private static String progress(Store store, UUID scanId) {
    return "reading, %d pages of guests and %d of sponsors so far"
        .formatted(
            store.scans().pages(scanId, "GUESTS").size(),
            store.scans().pages(scanId, "SPONSORS").size());
  }

  private static int report(ScanReport report, PrintWriter out) {
    out.printf("Guests read: %d, pages: %d.%n", report.guests(), report.pages());
    List<String> reasons =
        switch (report.judgement()) {
          case Judgement.Fit _ -> List.of();
          case Judgement.TooEarly early -> List.of(early.reason());
          case Judgement.Unfit unfit -> unfit.reasons();
        };
    String judged =
        switch (report.judgement()) {
          case Judgement.Fit _ -> "fit to act on";
          case Judgement.TooEarly _ -> "complete, too early to act on";
          case Judgement.Unfit _ -> "not to be trusted, so the gate is closed";
        };
    out.printf("The reading is %s.%n", judged);
    reasons.forEach(reason -> out.println("  - " + reason));
    out.printf(
        "Opened %d lifecycles, left %d guests out by guards.%n", report.opened(), report.exempt());
    return report.judgement() instanceof Judgement.Unfit ? 1 : 0;
  }
}
