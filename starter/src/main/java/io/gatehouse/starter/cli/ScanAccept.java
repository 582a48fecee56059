package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.scan.ScanAcceptance;
import io.gatehouse.store.scan.ScanRow;
import picocli.CommandLine.Command;

/** {@code scan accept}. */
@Command(
    name = "accept",
    description = "Takes the newest unfit scan as the new measure, after a look at its page.")
final class ScanAccept extends WithReason {
  @Override
  int perform() {
    try (var connections = Connections.of(spec, Part.DATABASE)) {
      ScanRow scan =
          new ScanAcceptance(connections.store(), connections.clock())
              .accept(reason, new Keyboard(connections).proved())
              .orElseThrow(() ->
                  new Refusal(
                      "The newest scan is not a complete unfit one, or was accepted before: look at /scans."));
      spec.commandLine()
          .getOut()
          .printf(
              "The scan of %s with %d guests is the new measure. The gate stays as it is: ./gatehouse resume opens it.%n",
              scan.startedAt(), scan.population());
      return 0;
    }
  }
}
