package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.GuestFacts;
import io.gatehouse.starter.page.Words;
import io.gatehouse.starter.page.lifecycle.Step;
import io.gatehouse.starter.page.lifecycle.Timeline;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guest} and {@code guest show}; the acts stand in {@link GuestActs}. */
@Command(
    name = "guest",
    description = "Shows guests, and steps into the lifecycle of one.",
    subcommands = {
      GuestListCommand.class,
      GuestActs.Decide.class,
      GuestActs.Hold.class,
      GuestActs.Release.class,
      GuestActs.Extend.class,
      GuestActs.Reassign.class,
      GuestActs.Retry.class,
      GuestActs.Restore.class
    },
    synopsisSubcommandLabel = "COMMAND")
final class GuestCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "show", description = "Shows what is known about one guest, and the lifecycles.")
  int show(@Parameters(paramLabel = "ID", description = "Object id, or its beginning") String id) {
    PrintWriter out = spec.commandLine().getOut();
    try (var connections = Connections.of(spec, Part.DATABASE, Part.TEMPORAL)) {
      Store store = connections.store();
      Calendar calendar = calendar(store, connections);
      GuestRow guest = GuestFinder.find(connections.views(), id);
      out.printf(
          "%s: %s (%s)%n%n",
          Table.clean(Words.name(guest)), Words.standing(guest.standing()), guest.standingReason());
      for (GuestFacts.Fact fact : GuestFacts.of(guest, calendar)) {
        out.printf("  %s  %s%n", Table.cell(fact.name(), 26), Table.clean(fact.value()));
      }
      var timeline = new Timeline(store, calendar);
      for (LifecycleRow lifecycle : store.lifecycleList().ofGuest(guest.guestId())) {
        print(out, lifecycle, timeline.of(lifecycle), calendar);
      }
      out.printf("%n%s%n", calendar.reading());
      return 0;
    }
  }

  private static void print(
      PrintWriter out, LifecycleRow lifecycle, List<Step> steps, Calendar calendar) {
    out.printf(
        "%nLifecycle %s: %s%n",
        lifecycle.openingId(),
        lifecycle.isOpen()
            ? Words.stage(lifecycle.stage())
                + ", waits for "
                + Words.waitingFor(lifecycle.waitingFor())
            : Words.outcome(lifecycle.outcome()));
    for (Step step : steps) {
      out.printf("  %s  %s%n", Table.cell(step.at().words(), 18), Table.clean(step.title()));
      for (Step.Detail detail : step.details()) {
        out.printf("  %s    %s: %s%n", " ".repeat(18), detail.name(), Table.clean(detail.value()));
      }
    }
    var next = calendar.momentOrNull(lifecycle.nextAt());
    if (next != null) {
      out.printf("  %s  next step, %s%n", Table.cell(next.words(), 18), next.distance());
    }
  }

  private static Calendar calendar(Store store, Connections connections) {
    return new Calendar(AppliedPolicy.zone(store), connections.clock().instant());
  }
}
