package io.gatehouse.guest;

import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Extend;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Reassign;
import io.gatehouse.attestation.Receipt;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Restore;
import io.gatehouse.attestation.Retry;
import io.gatehouse.attestation.Voice;
import io.gatehouse.sponsor.Role;
import io.gatehouse.temporal.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Refuses what makes no sense for this lifecycle now, in one sentence for the person who asked. */
final class Admission {
  private static final Duration LONGEST_HOLD = Duration.ofDays(366);

  private final Opening opening;
  private final Messages messages;
  private final Narrator narrator;
  private final Asking asking;
  private final Removal removal;
  private Duration extended = Duration.ZERO;

  Admission(Opening opening, Messages messages, Narrator narrator, Asking asking, Removal removal) {
    this.opening = opening;
    this.messages = messages;
    this.narrator = narrator;
    this.asking = asking;
    this.removal = removal;
  }

  void admit(Decision decision) {
    stillOpen(decision.openingId());
    notGivenBack();
    LocalDate today = LocalDate.ofInstant(Waiting.now(), ZoneOffset.UTC);
    LocalDate until = decision.keepUntil();
    if (decision.choice() == Choice.KEEP && (until == null || until.isBefore(today))) {
      throw refused("Keeping needs a last day that is not in the past.");
    }
    if (decision.choice() == Choice.NOT_MINE) {
      admitNotMine(decision);
    }
    if (decision.voice() == Voice.SPONSOR && asking.roleIn(decision.round()) == null) {
      throw refused("This question was not asked in this lifecycle.");
    }
    if (decision.voice() == Voice.SPONSOR
        && decision.choice() != Choice.KEEP // vouching is never too late
        && asking.answeredByAnother(decision.round())) {
      throw answeredAlready();
    }
    notOverAWaitingKeep(decision);
    if (decision.choice() == Choice.REMOVE && removal.disabled()) {
      throw refused("The removal is under way already: the account is disabled.");
    }
    if (decision.voice() == Voice.SPONSOR && removal.disabled()) {
      throw refused(
          "The account is disabled already; an operator can still give it back on request.");
    }
  }

  /**
   * A keep that the lifecycle has accepted and could not take up yet stands like one that it has.
   */
  private void notOverAWaitingKeep(Decision decision) {
    Decision waiting = messages.waitingDecision();
    if (waiting == null
        || waiting.choice() != Choice.KEEP
        || decision.choice() == Choice.KEEP
        || decision.round() == waiting.round()) { // the same person's other mind
      return;
    }
    // An operator may overrule a sponsor as long as that is an answer, not when it ends a removal.
    if (decision.voice() == Voice.SPONSOR || removal.begun()) {
      throw answeredAlready();
    }
  }

  private static ApplicationFailure answeredAlready() {
    return refused("Somebody else has answered already, and their answer stands.");
  }

  private void admitNotMine(Decision decision) {
    if (decision.voice() == Voice.OPERATOR) {
      throw refused("\"Not mine\" is a sponsor's answer; an operator decides keep or remove.");
    }
    if (asking.roleIn(decision.round()) == Role.STEWARD) {
      throw refused("The steward is the last in the chain and has to decide keep or remove.");
    }
    if (decision.round() != asking.round() || removal.begun()) {
      throw refused("Somebody else is being asked already, or has decided.");
    }
  }

  void admit(Hold hold) {
    stillOpen(hold.openingId());
    notGivenBack();
    Instant now = Waiting.now();
    if (!hold.until().isAfter(now)) {
      throw refused("A hold needs an end in the future, %s is past.".formatted(hold.until()));
    }
    if (hold.until().isAfter(now.plus(LONGEST_HOLD))) {
      throw refused(
          "A hold lasts at most a year; for longer, exclude the guest in the policy, with an owner and a date.");
    }
    if (removal.deleted()) {
      throw refused("The account is deleted already: decide keep to restore it.");
    }
  }

  /** Whoever it is may stop a lifecycle; ending somebody's hold early is a release. */
  void admitUnproved(Hold hold) {
    Instant now = Waiting.now();
    if (messages.onHold(now) && hold.until().isBefore(messages.heldUntil())) {
      throw refused(
          "The lifecycle is on hold until %s: only somebody proved can shorten that."
              .formatted(messages.heldUntil()));
    }
  }

  void admit(Release release) {
    stillOpen(release.openingId());
    if (!messages.onHold(Waiting.now())) {
      throw refused("The lifecycle is not on hold.");
    }
  }

  void admit(Retry retry) {
    stillOpen(retry.openingId());
    if (narrator.stage() != Stage.NEEDS_OPERATOR) {
      throw refused("The lifecycle does not wait for an operator: there is nothing to try again.");
    }
  }

  void admit(Extend extend) {
    stillOpen(extend.openingId());
    notGivenBack();
    Instant next = narrator.next();
    if (next == null || !next.isAfter(Waiting.now()) || !canMove(narrator.stage())) {
      throw refused(
          "No date is running that could be moved: %s.".formatted(narrator.stage().words()));
    }
    Duration left = opening.plan().extendAtMost().minus(extended);
    if (extend.days() < 1 || Duration.ofDays(extend.days()).compareTo(left) > 0) {
      throw refused(
          "The policy lets %d more days be added to this lifecycle, %d were asked for; use hold for longer."
              .formatted(left.toDays(), extend.days()));
    }
  }

  /** The recycle bin keeps its days whatever anybody wishes, and a slot is the caps' to give. */
  private static boolean canMove(Stage stage) {
    return switch (stage) {
      case ASKED, ANSWERED, NOTICE, DISABLED -> true;
      case RESERVED, DELETED, NEEDS_OPERATOR, CLOSED -> false;
    };
  }

  void admit(Reassign reassign) {
    stillOpen(reassign.openingId());
    if (asking.answered() || removal.begun()) {
      throw refused("Somebody has decided already: nobody else is asked.");
    }
    if (reassign.personId().equalsIgnoreCase(opening.ref().guestId())) {
      throw refused("Nobody attests themselves: name somebody else than the guest.");
    }
  }

  void admit(Restore restore) {
    stillOpen(restore.openingId());
    notGivenBack();
    if (!removal.perhapsDisabled()) {
      throw refused("Nothing was taken yet: decide keep, or hold.");
    }
  }

  /** Counts what was added, so that many small steps are no way around the limit. */
  void extended(int days) {
    extended = extended.plusDays(days);
  }

  private void stillOpen(String openingId) {
    if (!openingId.equals(opening.ref().openingId())) {
      throw refused("This belongs to an earlier lifecycle of the guest, which is closed.");
    }
    if (narrator.stage() == Stage.CLOSED) {
      throw refused("The lifecycle is closed.");
    }
  }

  private void notGivenBack() {
    if (removal.givingBack()) {
      throw refused("The account is being given back already.");
    }
  }

  Receipt receipt(Decision decision) {
    Instant next = changeableUntil(decision);
    return switch (decision.choice()) {
      case KEEP -> new Receipt("Keep is recorded.", Stage.ANSWERED, next);
      case REMOVE -> new Receipt("Remove is recorded.", Stage.ANSWERED, next);
      case NOT_MINE -> new Receipt("The next person is asked.", Stage.ASKED, null);
    };
  }

  /** A changed answer has no time of its own: the first one set the date. */
  private @Nullable Instant changeableUntil(Decision decision) {
    if (decision.voice() == Voice.OPERATOR || removal.begun()) {
      return null;
    }
    return narrator.stage() == Stage.ANSWERED
        ? narrator.next()
        : Waiting.now().plus(opening.plan().changeWithin());
  }

  static ApplicationFailure refused(String sentence) {
    return ApplicationFailure.newNonRetryableFailure(sentence, FailureType.REFUSED.name());
  }
}
