package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.guest.Standing;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestFilter;
import io.gatehouse.store.guest.GuestRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code guest list}: the first guests by name, or as many as are wanted, line by line. */
@Command(name = "list", description = "Lists guests by name.")
final class GuestListCommand implements Callable<Integer> {
  private static final int ID_SHOWN = 8;
  private static final int USUAL = 200;
  private static final int[] WIDTHS = {34, 11, 17, ID_SHOWN};

  /** How many guests are listed. */
  static final class Amount {
    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "At most so many (usually " + USUAL + ")")
    int limit = USUAL;

    @Option(names = "--all", description = "Every guest, however many there are")
    boolean all;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--standing",
      paramLabel = "STANDING",
      description = "Only one of: ${COMPLETION-CANDIDATES}")
  private @Nullable Standing standing;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Part of a name, address, company or id")
  private @Nullable String search;

  @ArgGroup private Amount amount = new Amount();

  @Override
  public Integer call() {
    if (amount.limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit is %d, give 1 or more, or --all".formatted(amount.limit));
    }
    PrintWriter out = spec.commandLine().getOut();
    try (var connections = Connections.of(spec, Part.DATABASE, Part.TEMPORAL)) {
      Store store = connections.store();
      var filter =
          new GuestFilter(
              search,
              standing == null ? null : standing.name(),
              null,
              null,
              amount.all ? Integer.MAX_VALUE : amount.limit);
      long matching = store.guestList().count(filter);
      if (matching == 0) {
        out.println("No guest matches.");
        return 0;
      }
      var calendar = new Calendar(AppliedPolicy.zone(store), connections.clock().instant());
      out.println(Table.line(List.of("GUEST", "STANDING", "LAST SIGN-IN", "ID"), WIDTHS));
      long shown = store.guestList().stream(filter, guest -> print(guest, calendar, out));
      out.printf("%n%s%n", ending(shown, matching));
      return 0;
    }
  }

  private static void print(GuestRow guest, Calendar calendar, PrintWriter out) {
    var last = calendar.dayOrNull(guest.lastActivityAt());
    out.println(
        Table.line(
            List.of(
                Words.name(guest),
                Words.standing(guest.standing()),
                last == null ? Words.inactivity(guest.inactivity()) : last.words(),
                // Without the sign of a cut: it is copied into the next command.
                guest.guestId().substring(0, Math.min(ID_SHOWN, guest.guestId().length()))),
            WIDTHS));
    Taken.require(out, "list");
  }

  private static String ending(long shown, long matching) {
    if (shown >= matching) { // a scan may have added some meanwhile
      return "All %d shown.".formatted(shown);
    }
    return "%d of %d shown. See the rest with --all, or more with --limit N."
        .formatted(shown, matching);
  }
}
