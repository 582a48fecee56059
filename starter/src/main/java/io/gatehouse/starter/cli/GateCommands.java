package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.gate.Gate;
import picocli.CommandLine.Command;

/** {@code pause} and {@code resume}. */
final class GateCommands {
  private GateCommands() {}

  /** What both need. */
  abstract static class OnGate extends WithReason {
    @Override
    int perform() {
      try (var connections = Connections.of(spec, Part.DATABASE, Part.TEMPORAL)) {
        var gate =
            new Gate(connections.store(), connections.settings().tenant(), connections.clock());
        spec.commandLine().getOut().println(turn(gate, connections));
        return 0;
      }
    }

    abstract String turn(Gate gate, Connections connections);
  }

  @Command(
      name = "pause",
      description = "Closes the gate: nothing is disabled or deleted until resume.")
  static final class Pause extends OnGate {
    @Override
    String turn(Gate gate, Connections connections) {
      gate.close(reason, OperatorAct.operator().name());
      return "The gate is closed: nothing is disabled or deleted until resume.";
    }
  }

  @Command(name = "resume", description = "Opens the gate; lifecycles that wait for it go on.")
  static final class Resume extends OnGate {
    @Override
    String turn(Gate gate, Connections connections) {
      if (connections.store().safety().current().gateIsOpen()) {
        throw new Refusal("The gate is open already.");
      }
      int told = gate.open(reason, OperatorAct.operator().name(), connections.client());
      return "The gate is open; %s."
          .formatted(
              switch (told) {
                case 0 -> "no lifecycle was waiting for it";
                case 1 -> "1 lifecycle looks again";
                default -> told + " lifecycles look again";
              });
    }
  }
}
