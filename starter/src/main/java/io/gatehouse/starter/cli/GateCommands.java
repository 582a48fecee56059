package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.gate.Gate;
import io.gatehouse.starter.gate.Waiting;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.safety.GateRequestRow;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code pause} and {@code resume}. */
final class GateCommands {
  private GateCommands() {}

  /** What both need. */
  abstract static class OnGate extends WithReason {
    @Override
    int perform() {
      try (var connections = Connections.of(spec, Part.DATABASE, Part.TEMPORAL)) {
        var gate = new Gate(connections.store(), connections.clock());
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
      String closed = "The gate is closed: nothing is disabled or deleted until two people resume.";
      Optional<Hand> hand = new Keyboard(connections).hand();
      if (hand.isPresent()) {
        gate.close(reason, hand.get());
        return closed;
      }
      gate.closeUnproved(reason, Keyboard.account());
      return closed + " Who you are is not proved, and that stands in the ledger.";
    }
  }

  @Command(
      name = "resume",
      description = "Asks to open the gate, or approves that somebody else asked.")
  static final class Resume extends OnGate {
    @Override
    String turn(Gate gate, Connections connections) {
      Hand hand = new Keyboard(connections).proved();
      Store store = connections.store();
      Optional<GateRequestRow> waiting =
          store.gateRequests().waiting(connections.clock().instant());
      if (waiting.isEmpty()) {
        GateRequestRow asked = gate.ask(reason, hand);
        var until =
            new Calendar(AppliedPolicy.zone(store), connections.clock().instant())
                .moment(asked.expiresAt());
        return "You have asked to open the gate. It opens when somebody else with the role Approver approves, until %s: ./gatehouse resume with their own key, or the page /operator."
            .formatted(until.words());
      }
      var client = connections.client(); // before anything is decided
      gate.approve(hand);
      return "The gate is open, as %s asked and you approved; %s."
          .formatted(Table.clean(waiting.get().askedBy()), told(new Waiting(store, client).wake()));
    }

    private static String told(int lifecycles) {
      return switch (lifecycles) {
        case 0 -> "no lifecycle was waiting for it";
        case 1 -> "1 lifecycle looks again";
        default -> lifecycles + " lifecycles look again";
      };
    }
  }
}
