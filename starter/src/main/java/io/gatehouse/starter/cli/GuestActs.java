package io.gatehouse.starter.cli;

import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.directory.Employees;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an operator can do to one lifecycle, each a subcommand of {@code guest}. */
final class GuestActs {
  private GuestActs() {}

  /** What an operator can decide. */
  enum Decision {
    keep,
    remove
  }

  /** What every act needs. */
  abstract static class OnGuest extends WithReason {
    @Parameters(index = "0", paramLabel = "ID", description = "Object id, or its beginning")
    String id = "";

    @Override
    int perform() {
      return OperatorAct.perform(spec, id, this::act);
    }

    abstract Act act(OperatorAct.Scene scene);
  }

  @Command(name = "decide", description = "Decides instead of the sponsor.")
  static final class Decide extends OnGuest {
    @Parameters(index = "1", paramLabel = "keep|remove", description = "The decision")
    Decision decision = Decision.keep;

    @Option(
        names = "--until",
        paramLabel = "DATE",
        description = "For keep: last day, like 2027-03-31")
    @Nullable LocalDate until;

    @Override
    Act act(OperatorAct.Scene scene) {
      LocalDate day = until;
      if (decision == Decision.remove) {
        return new Act.Remove(reason);
      }
      LocalDate latest = scene.today().plusDays(scene.keepAtMostDays());
      if (day == null || !day.isAfter(scene.today()) || day.isAfter(latest)) {
        throw new Refusal(
            "Keep needs a last day after today and up to %s, as the policy says: give --until DATE."
                .formatted(latest));
      }
      return new Act.Keep(day, reason);
    }
  }

  @Command(name = "hold", description = "Lets nothing happen to the guest until a day is over.")
  static final class Hold extends OnGuest {
    @Option(
        names = "--until",
        required = true,
        paramLabel = "DATE",
        description = "Last day, like 2027-03-31")
    LocalDate until = LocalDate.EPOCH;

    @Override
    Act act(OperatorAct.Scene scene) {
      if (until.isBefore(scene.today())) {
        throw new Refusal("A hold needs an end in the future, %s is past.".formatted(until));
      }
      return new Act.Hold(until, reason);
    }
  }

  @Command(name = "release", description = "Ends a hold before its day.")
  static final class Release extends OnGuest {
    @Override
    Act act(OperatorAct.Scene scene) {
      return new Act.Release(reason);
    }
  }

  @Command(name = "extend", description = "Gives the person asked, or the guest, more time.")
  static final class Extend extends OnGuest {
    @Option(
        names = "--days",
        required = true,
        paramLabel = "N",
        description = "Days by which the next date moves out; the policy says how many at most")
    int days;

    @Override
    Act act(OperatorAct.Scene scene) {
      if (days < 1) {
        throw new Refusal("More time is at least 1 day, not %d.".formatted(days));
      }
      return new Act.Extend(days, reason);
    }
  }

  @Command(name = "reassign", description = "Asks somebody else instead.")
  static final class Reassign extends OnGuest {
    private static final Pattern OBJECT_ID =
        Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Option(
        names = "--to",
        required = true,
        paramLabel = "PERSON",
        description = "Object id of an employee with a mailbox")
    String person = "";

    @Override
    Act act(OperatorAct.Scene scene) {
      if (!OBJECT_ID.matcher(person).matches()) {
        throw new Refusal(
            "\"%s\" is no object id: give one like 0b9c5c1e-7d0a-4c5e-9a53-2f1a6f5e7b10."
                .formatted(Table.clean(person)));
      }
      if (person.equalsIgnoreCase(scene.guestId())) {
        throw new Refusal("Nobody attests themselves: name somebody else than the guest.");
      }
      scene
          .directory()
          .get()
          .flatMap(directory -> new Employees(directory).unfit(person))
          .ifPresent(why -> {
            throw new Refusal("%s %s: name somebody else.".formatted(person, why));
          });
      return new Act.Reassign(person.toLowerCase(Locale.ROOT), reason);
    }
  }

  @Command(name = "retry", description = "Lets a lifecycle that waits for an operator try again.")
  static final class Retry extends OnGuest {
    @Override
    Act act(OperatorAct.Scene scene) {
      return new Act.Retry(reason);
    }
  }

  @Command(
      name = "restore",
      description = "Gives a disabled or deleted account back and ends the lifecycle.")
  static final class Restore extends OnGuest {
    @Override
    Act act(OperatorAct.Scene scene) {
      return new Act.Restore(reason);
    }
  }
}
