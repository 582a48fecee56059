package io.gatehouse.demo.check;

import io.gatehouse.attestation.Voice;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.people.AnsweredMail;
import io.gatehouse.sandbox.people.ScannedLink;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.ArrayList;
import java.util.List;

/** Everything that must hold after a demo, each from a source that Gatehouse does not write. */
public final class Invariants {
  private static final int ALL = 100_000;

  private final Sandbox sandbox;
  private final Store store;
  private final ObservedWeek observed;
  private final int guests;

  /**
   * @param guests how many the tenant began with; nobody joins later
   */
  public Invariants(Sandbox sandbox, Store store, ObservedWeek observed, int guests) {
    this.guests = guests;
    this.sandbox = sandbox;
    this.store = store;
    this.observed = observed;
  }

  /**
   * @param days how long the demo ran: the endings can only be told when there was time for them
   */
  public List<Invariant> check(int days) {
    var untouched = new Untouched(sandbox.tenant(), ourEffects());
    var all =
        new ArrayList<>(
            List.of(
                observed.check(),
                populationAddsUp(),
                untouched.guarded(),
                untouched.kept(sandbox.people().answered()),
                new EffectProofs(store).check(ourEffects()),
                new Grounds(store).check(ourEffects()),
                everyAnswerApplied(),
                noMailAfterAnswer(),
                scannerDecidedNothing()));
    if (days >= Endings.LONGEST_STORY_DAYS) {
      all.add(new Endings(sandbox.tenant(), store).check());
      all.add(new EveryPath(store).check());
      all.add(new Habits(sandbox.people().lived()).check());
    }
    return all;
  }

  /** What our registrations changed, by the tenant's own account. */
  List<AuditEntry> ourEffects() {
    return sandbox.tenant().auditLog().stream()
        .filter(entry -> entry.initiator() instanceof Initiator.App)
        .toList();
  }

  private Invariant populationAddsUp() {
    long ours = store.guestList().byStanding().values().stream().mapToLong(Long::longValue).sum();
    return new Invariant(
        "the nine standings add up to the tenant's %d guests".formatted(guests),
        ours == guests ? List.of() : List.of("they add up to " + ours));
  }

  /** An answer that came too late was told so at once: it was never accepted. */
  private Invariant everyAnswerApplied() {
    List<AnswerRow> answers = answers();
    var broken = new ArrayList<String>();
    answers.stream()
        .filter(answer -> answer.state().equals("RECORDED"))
        .forEach(answer -> broken.add("answer %s was not delivered".formatted(answer.answerId())));
    long accepted = sandbox.people().answered().stream().filter(AnsweredMail::recorded).count();
    long applied =
        answers.stream()
            .filter(answer -> answer.actorKind().equals(Voice.SPONSOR.name()))
            .filter(answer -> answer.state().equals("APPLIED"))
            .count();
    if (accepted != applied) {
      broken.add(
          "people were told \"recorded\" %d times, %d answers were applied"
              .formatted(accepted, applied));
    }
    return new Invariant("each of %d accepted answers was applied".formatted(accepted), broken);
  }

  private Invariant noMailAfterAnswer() {
    var broken = new ArrayList<String>();
    for (AnswerRow answer : answers()) {
      store.mails().of(answer.openingId()).stream()
          .filter(mail -> answer.round() != null && answer.round().equals(mail.round()))
          .filter(mail -> mail.intendedAt().isAfter(answer.answeredAt()))
          .forEach(mail -> broken.add(mail.kind() + " was sent after the answer"));
    }
    return new Invariant("nobody was reminded after an answer", broken);
  }

  private Invariant scannerDecidedNothing() {
    List<ScannedLink> scanned = sandbox.people().scanned();
    List<String> broken =
        scanned.stream()
            .filter(link -> link.statuses().stream().skip(1).anyMatch(status -> status < 400))
            .map(link -> "a scanner's POST was answered " + link.statuses())
            .toList();
    return new Invariant(
        "a mail scanner opened and posted links (%d) and decided nothing".formatted(scanned.size()),
        broken);
  }

  private List<AnswerRow> answers() {
    return store.lifecycleList().list(LifecycleFilter.all(ALL)).stream()
        .map(LifecycleRow::openingId)
        .flatMap(opening -> store.answers().of(opening).stream())
        .toList();
  }
}
