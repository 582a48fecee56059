package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.starter.actor.ClockCheck;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.starter.answer.AnswerDelivery;
import io.gatehouse.starter.answer.Delivered;
import io.gatehouse.starter.page.Words;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.guest.GuestRow;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** An operator's word to one lifecycle: recorded, delivered, and its receipt printed. */
final class OperatorAct {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String UNPROVED =
      " Who you are is not proved, and that stands in the ledger: somebody who is has to release it.";

  private OperatorAct() {}

  /**
   * Carries it out.
   *
   * @param act made from the scene, so that what makes no sense is refused before it is recorded
   * @return the command's exit code
   */
  static int perform(CommandSpec command, String guestId, Function<Scene, Act> act) {
    PrintWriter out = command.commandLine().getOut();
    try (var connections = Connections.of(command, Part.DATABASE, Part.TEMPORAL)) {
      var store = connections.store();
      GuestRow guest = GuestFinder.find(connections.views(), guestId);
      var lifecycle = GuestFinder.running(store, guest);
      var clock = connections.clock();
      var today = LocalDate.ofInstant(clock.instant(), AppliedPolicy.zone(store));
      int keepAtMost =
          AppliedPolicy.newest(store)
              .map(policy -> policy.asking().keepAtMostDays())
              .orElse(Integer.MAX_VALUE);
      Act said = act.apply(new Scene(guest.guestId(), today, keepAtMost, connections::directory));
      var keyboard = new Keyboard(connections);
      Hand hand =
          said.kind().action().needsNoProof() ? keyboard.hand().orElse(null) : keyboard.proved();
      Signer signer = hand == null ? null : hand.signer();
      var client = connections.client(); // before anything is recorded
      var row = new AnswerBook(store, clock, signer).record(lifecycle, keyboard.actor(), said);
      var delivery = new AnswerDelivery(store, client, clock, ClockCheck.of(store, clock), signer);
      String name = Table.clean(Words.name(guest));
      return switch (delivery.deliver(row.answerId(), PATIENCE)) {
        case Delivered.Applied applied -> {
          out.println(name + ": " + applied.receipt().sentence() + (hand == null ? UNPROVED : ""));
          yield ExitCode.OK;
        }
        case Delivered.Refused refused -> throw new Refusal(name + ": " + refused.sentence());
        case Delivered.Waiting waiting -> {
          out.println(name + ": recorded. " + waiting.why());
          yield ExitCode.OK;
        }
      };
    }
  }

  /**
   * What an act can be checked against.
   *
   * @param today in the policy's zone
   * @param directory opened when asked for; empty when this process has no access to it
   */
  record Scene(
      String guestId,
      LocalDate today,
      int keepAtMostDays,
      Supplier<Optional<DirectoryReader>> directory) {}
}
