package io.gatehouse.starter.cli;

import io.gatehouse.starter.answer.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guest decide}, {@code guest hold} and {@code guest release}. */
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

    abstract Act act(OperatorAct.Today today);
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
    Act act(OperatorAct.Today today) {
      LocalDate day = until;
      if (decision == Decision.remove) {
        return new Act.Remove(reason);
      }
      LocalDate latest = today.calendar().today().plusDays(today.keepAtMostDays());
      if (day == null || !day.isAfter(today.calendar().today()) || day.isAfter(latest)) {
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
    Act act(OperatorAct.Today today) {
      if (until.isBefore(today.calendar().today())) {
        throw new Refusal("A hold needs an end in the future, %s is past.".formatted(until));
      }
      return new Act.Hold(until, reason);
    }
  }

  @Command(
      name = "release",
      description = "Ends a hold, and lets a lifecycle that waits for an operator try again.")
  static final class Release extends OnGuest {
    @Override
    Act act(OperatorAct.Today today) {
      return new Act.Release(reason);
    }
  }
}
