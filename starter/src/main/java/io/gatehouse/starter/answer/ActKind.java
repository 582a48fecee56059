package io.gatehouse.starter.answer;

import io.gatehouse.actor.Action;
import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Extend;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Message;
import io.gatehouse.attestation.Reassign;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Restore;
import io.gatehouse.attestation.Retry;
import io.gatehouse.attestation.Voice;
import io.gatehouse.store.attestation.AnswerRow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What an act is called in the store, and as which Update it reaches its lifecycle. A new act is
 * one constant here.
 */
public enum ActKind {
  KEEP(Action.DECIDE, ActKind::decision),
  REMOVE(Action.DECIDE, ActKind::decision),
  NOT_MINE(Action.DECIDE, ActKind::decision),
  HOLD(Action.HOLD, ActKind::hold),
  RELEASE(Action.RELEASE, (row, _) -> new Release(opening(row), id(row))),
  EXTEND(Action.EXTEND, (row, _) -> new Extend(opening(row), id(row), days(row))),
  REASSIGN(Action.REASSIGN, (row, _) -> new Reassign(opening(row), id(row), person(row))),
  RETRY(Action.RETRY, (row, _) -> new Retry(opening(row), id(row))),
  RESTORE(Action.RESTORE, (row, _) -> new Restore(opening(row), id(row)));

  /** How a recorded answer becomes the Update's argument. */
  private interface Letter {
    Message of(AnswerRow row, ZoneId zone);
  }

  private final Action action;
  private final transient Letter letter;

  ActKind(Action action, Letter letter) {
    this.action = action;
    this.letter = letter;
  }

  public static ActKind of(AnswerRow row) {
    return valueOf(row.choice());
  }

  /** Its word is the name of the Update. */
  public Action action() {
    return action;
  }

  /**
   * The argument of the Update.
   *
   * @param zone the policy's, in which days begin and end
   */
  Message message(AnswerRow row, ZoneId zone) {
    return letter.of(row, zone);
  }

  private static Decision decision(AnswerRow row, ZoneId zone) {
    return new Decision(
        opening(row),
        id(row),
        Voice.valueOf(row.actorKind()),
        Objects.requireNonNullElse(row.round(), 0),
        Choice.valueOf(row.choice()),
        row.keepUntil());
  }

  private static Hold hold(AnswerRow row, ZoneId zone) {
    LocalDate last = Objects.requireNonNull(row.keepUntil(), "a hold names its last day");
    return new Hold(opening(row), id(row), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static int days(AnswerRow row) {
    return Objects.requireNonNull(row.extendDays(), "more time is a number of days");
  }

  private static String person(AnswerRow row) {
    return Objects.requireNonNull(row.refersTo(), "somebody else is named by object id");
  }

  private static String opening(AnswerRow row) {
    return row.openingId().toString();
  }

  private static String id(AnswerRow row) {
    return row.answerId().toString();
  }
}
