package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.starter.answer.AnswerDelivery;
import io.gatehouse.starter.answer.Delivered;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.guest.GuestRow;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** An operator's word to one lifecycle: recorded, delivered, and its receipt printed. */
final class OperatorAct {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private OperatorAct() {}

  /** Who is at the keyboard, as the operating system says. */
  static Actor.Operator operator() {
    return new Actor.Operator(System.getProperty("user.name", "unknown"));
  }

  /**
   * Carries it out.
   *
   * @param act made from the calendar, so that days can be checked before anything is recorded
   * @return the command's exit code
   */
  static int perform(CommandSpec command, String guestId, Function<Today, Act> act) {
    PrintWriter out = command.commandLine().getOut();
    try (var connections = Connections.of(command, Part.DATABASE, Part.TEMPORAL)) {
      var store = connections.store();
      GuestRow guest = GuestFinder.find(connections.views(), guestId);
      var lifecycle = GuestFinder.running(store, guest);
      var client = connections.client(); // before anything is recorded
      var clock = connections.clock();
      var calendar = new Calendar(AppliedPolicy.zone(store), clock.instant());
      int keepAtMost =
          AppliedPolicy.newest(store)
              .map(policy -> policy.asking().keepAtMostDays())
              .orElse(Integer.MAX_VALUE);
      Act said = act.apply(new Today(calendar, keepAtMost));
      var row = new AnswerBook(store, clock).record(lifecycle, operator(), said);
      var delivery = new AnswerDelivery(store, connections.settings().tenant(), client, clock);
      String name = Table.clean(Words.name(guest));
      return switch (delivery.deliver(row.answerId(), PATIENCE)) {
        case Delivered.Applied applied -> {
          out.println(name + ": " + applied.receipt().sentence());
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

  /** What days can be checked against. */
  record Today(Calendar calendar, int keepAtMostDays) {}
}
