package io.gatehouse.demo.check;

import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Guard;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.answer.ActKind;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.guest.GuestFilter;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** That the demo shows everything there is to show. */
final class EveryPath {
  private static final int ALL = 100_000;

  /** Stop what should never get so far: their tests make it get so far. */
  private static final Set<Guard> LAST_LINES =
      EnumSet.of(Guard.NOT_A_GUEST, Guard.MAY_ONLY_USE_MAIL, Guard.NOBODY_SAID_SO);

  private final Store store;

  EveryPath(Store store) {
    this.store = store;
  }

  Invariant check() {
    List<LifecycleRow> lifecycles = store.lifecycleList().list(LifecycleFilter.all(ALL));
    List<LifecycleRow> closed = lifecycles.stream().filter(row -> !row.isOpen()).toList();
    List<AnswerRow> answers =
        lifecycles.stream().flatMap(row -> store.answers().of(row.openingId()).stream()).toList();
    var broken = new ArrayList<String>();
    missing("trigger", Trigger.values(), closed.stream().map(LifecycleRow::trigger), broken);
    missing(
        "outcome",
        Outcome.values(),
        closed.stream().map(row -> String.valueOf(row.outcome())),
        broken);
    missing(
        "role",
        Role.values(),
        lifecycles.stream()
            .flatMap(row -> store.questions().of(row.openingId()).stream())
            .map(QuestionRow::role),
        broken);
    missing(
        "act",
        ActKind.values(),
        answers.stream().filter(a -> a.state().equals("APPLIED")).map(AnswerRow::choice),
        broken);
    guards(closed, broken);
    return new Invariant(
        "every trigger, outcome, guard, role in the chain and act occurred", broken);
  }

  private void guards(List<LifecycleRow> closed, List<String> broken) {
    Set<String> said =
        Stream.concat(
                store.guestList().list(GuestFilter.all(ALL)).stream().map(GuestRow::standingReason),
                closed.stream().map(row -> String.valueOf(row.outcomeReason())))
            .collect(Collectors.toSet());
    EnumSet.complementOf(EnumSet.copyOf(LAST_LINES)).stream()
        .filter(guard -> !said.contains(guard.sentence()))
        .forEach(guard -> broken.add("guard %s did not occur".formatted(guard)));
  }

  private static void missing(
      String what, Enum<?>[] all, Stream<String> seen, List<String> broken) {
    Set<String> occurred = seen.collect(Collectors.toSet());
    Arrays.stream(all)
        .filter(each -> !occurred.contains(each.name()))
        .forEach(each -> broken.add("%s %s did not occur".formatted(what, each)));
  }
}
