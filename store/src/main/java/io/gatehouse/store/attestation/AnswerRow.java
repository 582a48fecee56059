package io.gatehouse.store.attestation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer as it was given.
 *
 * @param answerId also the id of the Update that delivers it
 * @param round null when an operator decided without a question
 * @param actorKind SPONSOR or OPERATOR
 * @param choice KEEP, REMOVE or NOT_MINE; HOLD, RELEASE, RETRY, EXTEND, REASSIGN and RESTORE are
 *     acts of an operator
 * @param keepUntil last day the guest is kept, or nothing happens; only with KEEP and HOLD
 * @param extendDays how many days more there are to answer; only with EXTEND
 * @param refersTo who it is instead: as typed with NOT_MINE, an object id with REASSIGN
 * @param state RECORDED, APPLIED or REFUSED
 * @param refusal why the lifecycle did not take it
 * @param statement what the giver signed when they gave it, as JSON; null when nobody was proved
 */
public record AnswerRow(
    UUID answerId,
    UUID openingId,
    String guestId,
    @Nullable Integer round,
    String actorId,
    String actorKind,
    String choice,
    @Nullable LocalDate keepUntil,
    @Nullable Integer extendDays,
    String reason,
    @Nullable String refersTo,
    String mode,
    Instant answeredAt,
    String state,
    @Nullable Instant settledAt,
    @Nullable String refusal,
    @Nullable String statement) {

  /** An answer that was just given and not delivered to its lifecycle yet. */
  public static AnswerRow recorded(
      UUID answerId,
      UUID openingId,
      String guestId,
      @Nullable Integer round,
      String actorId,
      String actorKind,
      String choice,
      @Nullable LocalDate keepUntil,
      String reason,
      @Nullable String refersTo,
      String mode,
      Instant at) {
    return new AnswerRow(
        answerId,
        openingId,
        guestId,
        round,
        actorId,
        actorKind,
        choice,
        keepUntil,
        null,
        reason,
        refersTo,
        mode,
        at,
        "RECORDED",
        null,
        null,
        null);
  }

  /** The same answer, asking for more days. */
  public AnswerRow extending(int days) {
    return new AnswerRow(
        answerId,
        openingId,
        guestId,
        round,
        actorId,
        actorKind,
        choice,
        keepUntil,
        days,
        reason,
        refersTo,
        mode,
        answeredAt,
        state,
        settledAt,
        refusal,
        statement);
  }

  /** The same answer, with what its giver signed. */
  public AnswerRow stated(String signed) {
    return new AnswerRow(
        answerId,
        openingId,
        guestId,
        round,
        actorId,
        actorKind,
        choice,
        keepUntil,
        extendDays,
        reason,
        refersTo,
        mode,
        answeredAt,
        state,
        settledAt,
        refusal,
        signed);
  }
}
