package io.gatehouse.starter.page.operator;

import io.gatehouse.actor.Action;
import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.NotAllowed;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.gate.Gate;
import io.gatehouse.starter.gate.Waiting;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.Frame;
import io.gatehouse.starter.page.web.SignedIn;
import io.gatehouse.store.Store;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code POST /operator/gate/…}: one person closes the gate, two open it. */
@Controller
@ForRoles({AppRole.OPERATOR, AppRole.APPROVER})
public class GatePage {
  private final Store reading;
  private final Store writing;
  private final Clock clock;
  private final Signer signer;
  private final WorkflowClient client;

  GatePage(
      @Qualifier("reading") Store reading,
      @Qualifier("writing") Store writing,
      Clock clock,
      Signer signer,
      WorkflowClient client) {
    this.reading = reading;
    this.writing = writing;
    this.clock = clock;
    this.signer = signer;
    this.client = client;
  }

  @PostMapping("/operator/gate/{act}")
  String turn(
      Model model, @PathVariable String act, @RequestParam(defaultValue = "") String reason) {
    String said;
    boolean done = true;
    try {
      said = turn(act, reason.strip());
    } catch (NotAllowed not) {
      said = String.valueOf(not.getMessage());
      done = false;
    }
    Frame.around(model, reading, clock);
    model.addAttribute("done", done);
    model.addAttribute("said", said);
    return "gate";
  }

  private String turn(String act, String reason) {
    var gate = new Gate(writing, clock);
    if (!act.equals("approve") && reason.isEmpty()) {
      throw new NotAllowed("Say why in a few words: nothing was changed.");
    }
    return switch (act) {
      case "close" -> {
        gate.close(reason, hand(Action.CLOSE_GATE));
        yield "The gate is closed: nothing is disabled or deleted until two people open it.";
      }
      case "ask" -> {
        gate.ask(reason, hand(Action.ASK_TO_OPEN_GATE));
        yield "You have asked. The gate opens when somebody else with the role Approver approves within 24 hours.";
      }
      case "approve" -> {
        gate.approve(hand(Action.APPROVE_OPENING_GATE));
        yield "The gate is open; %d lifecycles that waited for it look again."
            .formatted(new Waiting(writing, client).wake());
      }
      default -> throw new NotAllowed("There is no such act: nothing was changed.");
    };
  }

  private Hand hand(Action action) {
    return new Hand(SignedIn.current().orElseThrow().as(action), signer);
  }
}
