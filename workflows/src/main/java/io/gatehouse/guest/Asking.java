package io.gatehouse.guest;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Voice;
import io.gatehouse.policy.Silence;
import io.gatehouse.safety.Change;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.temporal.Activities;
import io.temporal.failure.ActivityFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks along the chain until somebody decides or the world changes. */
final class Asking {
  private final Opening opening;
  private final Messages messages;
  private final Waiting waiting;
  private final World world;
  private final Narrator narrator;
  private final SponsorActivities sponsors = Activities.sponsor("find who answers, and ask");

  /** Everybody asked so far; the position plus one is the round. */
  private final List<Candidate> asked = new ArrayList<>();

  /** Whom an operator wants to be asked next. */
  private @Nullable String named;

  private Duration within;
  private boolean answered;
  private int answeredIn;

  Asking(Opening opening, Messages messages, Waiting waiting, World world, Narrator narrator) {
    this.opening = opening;
    this.messages = messages;
    this.waiting = waiting;
    this.world = world;
    this.narrator = narrator;
    this.within = opening.plan().answerWithin();
  }

  /** Never {@link Verdict.NextPerson}. */
  Verdict conduct() {
    while (true) { // ends: the steward, last in the chain, cannot answer "not mine"
      messages.takeDelivery(); // about a person who was passed over meanwhile: left there it spins
      Verdict verdict = heard();
      if (verdict == null) {
        verdict = askNext();
      }
      if (!(verdict instanceof Verdict.NextPerson)) {
        return verdict;
      }
    }
  }

  int round() {
    return asked.size();
  }

  /** Somebody's keep or remove is there, though it may still change. */
  boolean answered() {
    return answered;
  }

  /** Whether the word that stands for now is somebody else's: of another asking. */
  boolean answeredByAnother(int round) {
    return answered && answeredIn != round;
  }

  /** Who was asked in a round, null when nobody was. */
  @Nullable Role roleIn(int round) {
    return round < 1 || round > asked.size() ? null : asked.get(round - 1).role();
  }

  private Verdict askNext() {
    Instant begun = Waiting.now(); // the desk may send before we hear whom it was asked for
    Optional<Candidate> found = world.attempt(this::ask);
    if (found.isEmpty()) {
      return new Verdict.NextPerson();
    }
    named = null;
    if (found.get().sponsorId() == null) {
      return nobodyLeft();
    }
    asked.add(found.get());
    return converse(found.get(), begun);
  }

  private Candidate ask() {
    try {
      return sponsors.ask(nextAsking());
    } catch (ActivityFailure failure) {
      if (World.isRefusal(failure)) {
        named = null; // who cannot be asked is not tried again
      }
      throw failure;
    }
  }

  private NextAsking nextAsking() {
    List<String> passedOver =
        asked.stream().flatMap(c -> Optional.ofNullable(c.sponsorId()).stream()).toList();
    return new NextAsking(
        opening.ref(),
        opening.trigger(),
        round() + 1,
        passedOver,
        named,
        within,
        opening.plan().remindersWithin(within));
  }

  private Verdict nobodyLeft() {
    if (opening.trigger() == Trigger.EXCLUSION_ENDS) {
      return new Verdict.Ended(
          Closing.of(Outcome.EXEMPT, "nobody asked for more: the exclusion ends on its day"));
    }
    world.park("everybody in the chain was asked and nobody decided");
    return new Verdict.NextPerson();
  }

  private Verdict converse(Candidate person, Instant begun) {
    Waiting.Deadline due = null;
    String summary = "answer of the " + person.role().name().toLowerCase(Locale.ROOT);
    while (true) {
      if (due == null) {
        narrator.tell(Stage.ASKED, "delivery of the question, round " + round(), null);
        waiting.forMessage();
      } else {
        narrator.tell(Stage.ASKED, summary + ", round " + round(), waiting.movedOut(due));
        if (waiting.until(due, summary)) {
          return silence(person);
        }
      }
      Delivery delivery = messages.takeDelivery();
      if (delivery != null && delivery.round() == round()) {
        if (delivery.deliveredAt() == null) {
          return new Verdict.NextPerson();
        }
        due = waiting.after(believable(delivery.deliveredAt(), begun), within);
      }
      Verdict verdict = heard();
      if (verdict != null) {
        return verdict;
      }
    }
  }

  /** A signal proves no sender: whoever sends one neither shortens nor stretches the time. */
  private static Instant believable(Instant told, Instant begun) {
    Instant now = Waiting.now();
    return told.isBefore(begun) ? begun : told.isAfter(now) ? now : told;
  }

  private Verdict silence(Candidate person) {
    within = opening.plan().escalateWithin();
    // The steward's silence is never a yes, whatever the policy says.
    boolean mayCount =
        opening.plan().onSilence() == Silence.REMOVE
            && person.role() != Role.STEWARD
            && opening.trigger().mayEndInSilence();
    if (!mayCount || !world.attempt(() -> sponsors.silenceCounts(opening.ref())).orElse(false)) {
      return new Verdict.NextPerson();
    }
    Verdict meanwhile = heard(); // who speaks while that is looked up was not silent
    return meanwhile == null ? new Verdict.Remove() : meanwhile;
  }

  private @Nullable Verdict heard() {
    if (messages.takeLookAgain()) {
      Optional<Change> change = world.changed(false, false);
      if (change.isPresent()) {
        return new Verdict.Ended(World.closing(change.get()));
      }
    }
    if (reassigned()) {
      return new Verdict.NextPerson();
    }
    Decision decision = messages.takeDecision();
    return decision == null || spokenForAnother(decision) ? null : changeable(decision);
  }

  private boolean reassigned() {
    String person = messages.takeNamed();
    if (person == null) {
      return false;
    }
    named = person;
    within = opening.plan().answerWithin();
    return true;
  }

  /** A second click on "not mine", accepted before the next person was found. */
  private boolean spokenForAnother(Decision decision) {
    return decision.choice() == Choice.NOT_MINE && decision.round() != round();
  }

  /** The answer counts when the time for a different one has passed. */
  private Verdict changeable(Decision first) {
    Decision decision = first;
    answered = true;
    answeredIn = decision.round();
    Waiting.Deadline due = waiting.after(Waiting.now(), opening.plan().changeWithin());
    while (decision.choice() != Choice.NOT_MINE && decision.voice() == Voice.SPONSOR) {
      narrator.tell(
          Stage.ANSWERED,
          "another answer than "
              + decision.choice().name().toLowerCase(Locale.ROOT)
              + ", if one comes",
          waiting.movedOut(due),
          decision.choice() == Choice.KEEP ? Outcome.KEPT : null);
      if (waiting.until(due, "the answer can be changed")) {
        break;
      }
      messages.takeDelivery();
      if (messages.takeLookAgain()) {
        Optional<Change> change = world.changed(false, false);
        if (change.isPresent()) {
          return new Verdict.Ended(World.closing(change.get()));
        }
      }
      if (reassigned()) {
        return new Verdict.NextPerson();
      }
      Decision newer = messages.takeDecision();
      decision = newer == null ? decision : newer;
      answeredIn = decision.round();
    }
    return switch (decision.choice()) {
      case KEEP -> new Verdict.Keep(decision.keepUntil());
      case REMOVE -> new Verdict.Remove();
      case NOT_MINE -> {
        answered = false;
        within = opening.plan().answerWithin(); // nobody was silent
        yield new Verdict.NextPerson();
      }
    };
  }
}
