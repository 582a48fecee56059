package io.gatehouse.store.attestation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One asking of one person about one guest.
 *
 * @param round counted from 1 within the opening
 * @param role why this person was asked: SPONSOR, OWNER or MEMBER of a sponsoring group, MANAGER,
 *     INVITER, NAMED by somebody who was asked before, or STEWARD
 * @param answerBy when silence is drawn
 * @param deliveredUnder the mode under which the question reached the person
 * @param undeliverable why it cannot reach the person
 */
public record QuestionRow(
    UUID openingId,
    int round,
    String sponsorId,
    String role,
    Instant askedAt,
    @Nullable Instant answerBy,
    @Nullable Instant deliveredAt,
    @Nullable String deliveredUnder,
    @Nullable String undeliverable,
    @Nullable Instant settledAt) {

  /** A question that was just decided upon and has reached nobody yet. */
  public static QuestionRow asked(
      UUID openingId, int round, String sponsorId, String role, Instant at) {
    return new QuestionRow(openingId, round, sponsorId, role, at, null, null, null, null, null);
  }

  /** Whether it reached the person: who never got it was not silent. */
  public boolean delivered() {
    return deliveredAt != null;
  }
}
