package io.gatehouse.guest;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Voice;
import io.gatehouse.policy.Silence;
import io.gatehouse.safety.Change;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Delivery;
import io.gatehouse.sponsor.DeskActivities;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.sponsor.SponsorSearch;
import io.gatehouse.temporal.Activities;
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
  private final SponsorActivities sponsors = Activities.sponsor("find who answers");
  private final DeskActivities desk = Activities.desk("put the question on the sponsor's desk");

  /** Everybody asked so far; the position plus one is the round. */
  private final List<Candidate> asked = new ArrayList<>();

  Asking(Opening opening, Messages messages, Waiting waiting, World world, Narrator narrator) {
    this.opening = opening;
    this.messages = messages;
    this.waiting = waiting;
    this.world = world;
    this.narrator = narrator;
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

  /** Who was asked in a round, null when nobody was. */
  @Nullable Role roleIn(int round) {
    return round < 1 || round > asked.size() ? null : asked.get(round - 1).role();
  }

  private Verdict askNext() {
    List<String> passedOver =
        asked.stream().flatMap(c -> Optional.ofNullable(c.sponsorId()).stream()).toList();
    Optional<Candidate> found =
        world.attempt(() -> sponsors.findSponsor(new SponsorSearch(opening.ref(), passedOver)));
    if (found.isEmpty()) {
      return new Verdict.NextPerson();
    }
    String sponsorId = found.get().sponsorId();
    if (sponsorId == null) {
      world.park("everybody in the chain was asked and nobody decided");
      return new Verdict.NextPerson();
    }
    asked.add(found.get());
    Plan plan = opening.plan();
    var question =
        new Question(
            opening.ref(),
            round(),
            sponsorId,
            found.get().role(),
            plan.answerWithin(),
            plan.remindAfter());
    Optional<Question> handedOver =
        world.attempt(() -> {
          desk.ask(question);
          return question;
        });
    if (handedOver.isEmpty()) {
      asked.removeLast();
      return new Verdict.NextPerson();
    }
    return converse(found.get());
  }

  private Verdict converse(Candidate person) {
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
        due = waiting.after(delivery.deliveredAt(), opening.plan().answerWithin());
      }
      Verdict verdict = heard();
      if (verdict != null) {
        return verdict;
      }
    }
  }

  private Verdict silence(Candidate person) {
    // The steward's silence is never a yes, whatever the policy says.
    return opening.plan().onSilence() == Silence.REMOVE && person.role() != Role.STEWARD
        ? new Verdict.Remove()
        : new Verdict.NextPerson();
  }

  private @Nullable Verdict heard() {
    if (messages.takeLookAgain()) {
      Optional<Change> change = world.changed(false, false);
      if (change.isPresent()) {
        return new Verdict.Ended(World.closing(change.get()));
      }
    }
    Decision decision = messages.takeDecision();
    return decision == null || spokenForAnother(decision) ? null : changeable(decision);
  }

  /** A second click on "not mine", accepted before the next person was found. */
  private boolean spokenForAnother(Decision decision) {
    return decision.choice() == Choice.NOT_MINE && decision.round() != round();
  }

  /** The answer counts when the time for a different one has passed. */
  private Verdict changeable(Decision first) {
    Decision decision = first;
    Waiting.Deadline due = waiting.after(Waiting.now(), opening.plan().changeWithin());
    while (decision.choice() != Choice.NOT_MINE && decision.voice() == Voice.SPONSOR) {
      narrator.tell(Stage.ANSWERED, "a different answer, if one comes", due.due());
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
      Decision newer = messages.takeDecision();
      decision = newer == null ? decision : newer;
    }
    return switch (decision.choice()) {
      case KEEP -> new Verdict.Keep(decision.keepUntil());
      case REMOVE -> new Verdict.Remove();
      case NOT_MINE -> new Verdict.NextPerson();
    };
  }
}
